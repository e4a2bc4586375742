import { Box } from '@mui/material';
import type { ComponentProps } from 'react';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { MarkLegend } from '../seat-map/MarkLegend.tsx';
import { SeatMap } from '../seat-map/SeatMap.tsx';
import { SelectionSummary } from '../seat-map/SelectionSummary.tsx';
import { MapColumns } from './MapColumns.tsx';
import { PaintPalette } from './PaintPalette.tsx';

type MapProps = ComponentProps<typeof SeatMap>;
type PaletteProps = ComponentProps<typeof PaintPalette>;

/** Seats to be chosen on a map and given a kind of the palette beside it; what was done is said. */
export function PaintDesk({
  plan,
  kinds,
  colouring,
  changed,
  selection,
  onSelect,
  keys,
  said,
  ...palette
}: Pick<MapProps, 'plan' | 'kinds' | 'colouring' | 'changed'> &
  Omit<PaletteProps, 'kinds' | 'selected'> & {
    selection: ReadonlySet<number>;
    onSelect: (selection: ReadonlySet<number>) => void;
    /** What the keyboard does here. */
    keys: string;
    said: string;
  }) {
  const { none } = palette.words;
  return (
    <>
      <MapColumns
        map={
          <>
            <SeatMap
              plan={plan}
              kinds={kinds}
              colouring={colouring}
              none={none}
              selection={selection}
              onSelect={onSelect}
              changed={changed}
              help={<div>{keys}</div>}
            />
            <SelectionSummary
              kinds={kinds}
              colouring={colouring}
              none={none}
              selection={selection}
              onClear={() => onSelect(new Set())}
            />
          </>
        }
        aside={
          <>
            <PaintPalette {...palette} kinds={kinds} selected={selection.size} />
            <MarkLegend plan={plan} />
          </>
        }
      />
      <Box role="status" style={visuallyHidden}>
        {said}
      </Box>
    </>
  );
}
