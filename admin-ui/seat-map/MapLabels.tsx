import { useTheme } from '@mui/material';
import { memo } from 'react';
import type { MapBlock, MapRow, MapSeat, SeatGeometry } from './seat-geometry.ts';

/** A name is as high as this on the screen, where there is room. */
const pixels = { row: 10.5, block: 12, least: 6.5 };

/** Half the width of a letter beside the height of a name. */
const halfLetter = 0.36;

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

function isUpright({ box }: MapBlock): boolean {
  return box.bottom - box.top > (box.right - box.left) * 2;
}

/** A block is named above the seats in its middle; one that stands upright along its outer side. */
function blockPlace(block: MapBlock, name: string, middle: number, pitch: number, size: number) {
  const { box, seats } = block;
  if (!isUpright(block)) {
    const x = (box.left + box.right) / 2;
    const under = seats.filter((seat) => Math.abs(seat.x - x) < name.length * size * halfLetter);
    const top = Math.min(...(under.length > 0 ? under.map(({ y }) => y) : [box.top]));
    return { x, y: top - pitch * 0.55 - size * 0.5, turn: 0 };
  }
  const left = (box.left + box.right) / 2 < middle;
  const x = left ? box.left - pitch * 0.6 - size * 0.5 : box.right + pitch * 0.6 + size * 0.5;
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
  const uprightSize = { row: Math.min(rowSize, pitch * 0.72), block: Math.min(blockSize, pitch * 0.9) };
  const legible = (size: number) => size * scale >= pixels.least;
  const middle = (box.left + box.right) / 2;
  const cursor = pressable ? 'pointer' : undefined;
  return (
    <g style={{ cursor }} stroke={palette.background.paper} strokeLinejoin="round" paintOrder="stroke">
      {pixels.row / scale <= pitch * 1.9 && (
        <g fontSize={rowSize} strokeWidth={rowSize * 0.3} fill={palette.text.secondary}>
          {rows.flatMap((row) =>
            (row.upright && !legible(uprightSize.row) ? [] : rowEnds(row, pitch)).map(({ x, y, anchor }) => (
              <text
                key={`${row.index} ${anchor}`}
                x={x}
                y={y}
                textAnchor={anchor}
                dominantBaseline="central"
                data-row={row.index}
                {...(row.upright ? { fontSize: uprightSize.row } : {})}
              >
                {row.label}
              </text>
            )),
          )}
        </g>
      )}
      {legible(blockSize) && (
        <g fontSize={blockSize} strokeWidth={blockSize * 0.3} fontWeight={650} fill={palette.text.primary}>
          {blocks.map((block, at) => {
            const size = isUpright(block) ? uprightSize.block : blockSize;
            if (!legible(size)) return null;
            const parts = [block.zone, block.block === block.zone ? '' : block.block];
            const name = parts.filter((part) => part !== '').join(' · ');
            const { x, y, turn } = blockPlace(block, name, middle, pitch, size);
            return (
              <text
                key={JSON.stringify(parts)}
                x={x}
                y={y}
                textAnchor="middle"
                dominantBaseline="central"
                data-block={at}
                fontSize={size}
                {...(turn === 0 ? {} : { transform: `rotate(${turn} ${x} ${y})` })}
              >
                {name}
              </text>
            );
          })}
        </g>
      )}
    </g>
  );
});
