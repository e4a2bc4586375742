import { useTheme } from '@mui/material';
import { memo } from 'react';
import type { MapBlock, MapRow, MapSeat, SeatGeometry } from './seat-geometry.ts';

/** A name is as high as this on the screen, where there is room. */
const pixels = { row: 10.5, block: 12 };

type Place = { x: number; y: number; anchor: 'start' | 'middle' | 'end' };

/** Where the name of a row stands: in line with its seats, beyond the first and the last. */
function rowEnds({ seats, upright }: MapRow, pitch: number): Place[] {
  const beyond = (last: MapSeat, side: 1 | -1): Place =>
    upright
      ? { x: last.x, y: last.y + side * pitch * 0.95, anchor: 'middle' }
      : { x: last.x + side * pitch * 0.75, y: last.y, anchor: side < 0 ? 'end' : 'start' };
  const [first, last] = [seats[0], seats.at(-1)];
  if (first === undefined || last === undefined) return [];
  return upright ? [beyond(first, -1)] : [beyond(first, -1), beyond(last, 1)];
}

/** A block as high as it is wide or less is named above; one that stands upright along its outer side. */
function blockPlace({ box }: MapBlock, middle: number, pitch: number, size: number) {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height < width * 2) {
    return { x: (box.left + box.right) / 2, y: box.top - pitch * 0.9 - size * 0.5, turn: 0 };
  }
  const left = (box.left + box.right) / 2 < middle;
  const x = left ? box.left - pitch * 0.75 - size * 0.4 : box.right + pitch * 0.75 + size * 0.4;
  return { x, y: (box.top + box.bottom) / 2, turn: left ? -90 : 90 };
}

/** The names of rows and blocks, about as large on the screen whatever the zoom; pressed, they select theirs. */
export const MapLabels = memo(function MapLabels({
  geometry,
  scale,
  pressable,
}: {
  geometry: SeatGeometry;
  scale: number;
  pressable: boolean;
}) {
  const { palette } = useTheme();
  const { pitch, rows, blocks, box } = geometry;
  const rowSize = Math.min(pixels.row / scale, pitch * 1.6);
  const blockSize = Math.min(pixels.block / scale, pitch * 1.7);
  const middle = (box.left + box.right) / 2;
  const cursor = pressable ? 'pointer' : undefined;
  return (
    <g style={{ cursor }} stroke={palette.background.paper} strokeLinejoin="round" paintOrder="stroke">
      {pixels.row / scale <= pitch * 1.9 && (
        <g fontSize={rowSize} strokeWidth={rowSize * 0.3} fill={palette.text.secondary}>
          {rows.flatMap((row) =>
            rowEnds(row, pitch).map(({ x, y, anchor }) => (
              <text
                key={`${row.index} ${anchor}`}
                x={x}
                y={y}
                textAnchor={anchor}
                dominantBaseline="central"
                data-row={row.index}
              >
                {row.label}
              </text>
            )),
          )}
        </g>
      )}
      {blockSize * scale >= 6 && (
        <g fontSize={blockSize} strokeWidth={blockSize * 0.3} fontWeight={650} fill={palette.text.primary}>
          {blocks.map((block, at) => {
            const { x, y, turn } = blockPlace(block, middle, pitch, blockSize);
            const name = [block.zone, block.block === block.zone ? '' : block.block];
            return (
              <text
                key={JSON.stringify(name)}
                x={x}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                data-block={at}
                {...(turn === 0 ? {} : { transform: `rotate(${turn} ${x} ${y})` })}
              >
                {name.filter((part) => part !== '').join(' · ')}
              </text>
            );
          })}
        </g>
      )}
    </g>
  );
});
