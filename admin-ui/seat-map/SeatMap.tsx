import { Box, Stack, Typography, useMediaQuery } from '@mui/material';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { SeatGhost } from './GhostLayer.tsx';
import { MapDrawing } from './MapDrawing.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { SeatGrid } from './SeatGrid.tsx';
import { type MapPlan, seatGeometry } from './seat-geometry.ts';
import { type SeatKind, seatWords } from './seat-words.ts';
import { blockOf, mapKeys, rowOf } from './use-map-keys.ts';
import { type MapMode, useMapPointer } from './use-map-pointer.ts';
import { useMapSelection } from './use-map-selection.ts';
import { useMapView } from './use-map-view.ts';

const nothing: ReadonlySet<number> = new Set();

export type SeatMapProps = {
  plan: MapPlan;
  /** What seats are told apart by: categories, contingents, holders. */
  kinds: readonly SeatKind[];
  /** For each seat of the plan the position of its kind; -1 for none. */
  colouring: readonly number[];
  /** What is said of a seat without kind. */
  none?: string | null;
  selection?: ReadonlySet<number>;
  /** Without it, the map is only looked at. */
  onSelect?: (selection: ReadonlySet<number>) => void;
  /** Seats whose kind is not saved yet. */
  changed?: ReadonlySet<number>;
  /** What is said of a seat, where there is more to say than the name of its kind. Keep it the same while nothing changes. */
  says?: ((seat: number) => string) | undefined;
  /** Told which seat the keyboard, a click or a finger is on. */
  onActive?: (seat: number) => void;
  /** Groups of seats that are proposed, drawn over the others. */
  ghosts?: readonly SeatGhost[];
  /** More to say about keys. */
  help?: ReactNode;
};

const noGhosts: readonly SeatGhost[] = [];

function Help({ selectable, children }: { selectable: boolean; children: ReactNode }) {
  const text = useText();
  return (
    <Typography variant="body2" color="text.secondary" component="div" sx={{ maxWidth: '80ch' }}>
      <div>{text('seatMap.keys')}</div>
      {selectable && <div>{text('seatMap.selectKeys')}</div>}
      {children}
      {selectable && <div>{text('seatMap.mouseHelp')}</div>}
      <div>{text('seatMap.touchHelp')}</div>
    </Typography>
  );
}

/**
 * A hall, seat by seat: drawn, walked through by the keyboard, read out in words, selected on. It is given seats by
 * column, a colouring and a selection, and does not know what they stand for.
 */
export function SeatMap(props: SeatMapProps) {
  const { plan, kinds, colouring, none = null, selection = nothing, onSelect, changed = nothing } = props;
  const { says, onActive, ghosts = noGhosts } = props;
  const text = useText();
  const format = useFormat();
  const mapId = useId();
  const host = useRef<HTMLDivElement>(null);
  const coarse = useMediaQuery('(pointer: coarse)');
  const [chosenMode, setMode] = useState<MapMode | null>(null);
  const [helped, setHelped] = useState(false);
  const geometry = useMemo(() => seatGeometry(plan), [plan]);
  const viewport = useMapView(host, geometry);
  const selecting = useMapSelection(geometry, selection, onSelect, onActive);
  const selectable = onSelect !== undefined;
  const mode = selectable ? (chosenMode ?? (coarse ? 'move' : 'rectangle')) : 'move';
  const pointer = useMapPointer({ geometry, viewport, mode, selecting, selectable });
  const onKeyDown = mapKeys({
    geometry,
    viewport,
    selecting,
    selectable,
    selected: selection.size,
  });
  const { active } = selecting;
  const idOf = useCallback((seat: number) => `${mapId}-${seat}`, [mapId]);
  const { surrounded, drawn } = pointer;
  const shown = useMemo(() => {
    if (surrounded === null) return selection;
    return new Set(drawn?.add === true ? [...selection, ...surrounded] : surrounded);
  }, [selection, surrounded, drawn?.add]);
  const told = geometry.seats[pointer.hovered ?? active];
  const { left, top, right, bottom } = geometry.box;
  return (
    <Stack spacing={1}>
      <MapToolbar
        viewport={viewport}
        mode={mode}
        onMode={setMode}
        selectable={selectable}
        onRow={() => selecting.take(rowOf(geometry, active), true)}
        onBlock={() => selecting.take(blockOf(geometry, active), true)}
        helped={helped}
        onHelp={() => setHelped(!helped)}
      />
      {helped && <Help selectable={selectable}>{props.help}</Help>}
      <Box
        ref={host}
        role="grid"
        tabIndex={0}
        aria-label={text('seatMap.map', { seats: format.number(geometry.seats.length) })}
        aria-describedby={`${mapId}-keys`}
        aria-multiselectable={selectable}
        aria-readonly={!selectable}
        aria-rowcount={geometry.rows.length}
        aria-activedescendant={geometry.seats.length > 0 ? idOf(active) : undefined}
        onKeyDown={onKeyDown}
        {...pointer.handlers}
        sx={{
          position: 'relative',
          overflow: 'hidden',
          width: '100%',
          aspectRatio: `${right - left} / ${bottom - top}`,
          minHeight: 300,
          maxHeight: 'max(340px, 82vh)',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          userSelect: 'none',
          cursor: mode === 'move' ? 'grab' : 'crosshair',
          touchAction: mode === 'move' && viewport.whole ? 'pan-y' : 'none',
          '& .seat-focus': { visibility: 'hidden' },
          '&:focus .seat-focus': { visibility: 'visible' },
        }}
      >
        <MapDrawing
          plan={plan}
          geometry={geometry}
          viewport={viewport}
          kinds={kinds}
          colouring={colouring}
          selection={shown}
          changed={changed}
          active={active}
          drawn={drawn}
          ghosts={ghosts}
          pressable={selectable}
        />
        <SeatGrid
          geometry={geometry}
          kinds={kinds}
          colouring={colouring}
          none={none}
          says={says}
          selection={selection}
          changed={changed}
          active={active}
          idOf={idOf}
        />
      </Box>
      <Typography variant="body2" aria-hidden="true" sx={{ minHeight: '1.5em', overflowWrap: 'anywhere' }}>
        {told !== undefined &&
          seatWords({ locale: format.locale, text }, geometry, told, {
            kind: says?.(told.index) ?? kinds[colouring[told.index] ?? -1]?.label ?? none,
            changed: changed.has(told.index),
          })}
      </Typography>
      <span id={`${mapId}-keys`} style={visuallyHidden}>
        {text('seatMap.keys')} {selectable ? text('seatMap.selectKeys') : ''}
      </span>
    </Stack>
  );
}
