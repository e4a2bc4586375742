import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { MarkLegend } from '../seat-map/MarkLegend.tsx';
import { SeatLegend } from '../seat-map/SeatLegend.tsx';
import { SeatMap } from '../seat-map/SeatMap.tsx';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { shapeOf } from '../seat-map/seat-shapes.ts';
import type { SeatKind } from '../seat-map/seat-words.ts';
import { MapColumns } from './MapColumns.tsx';

/** Colours of zones, unless the file has a category of that name. */
const zoneColours = ['#1255a0', '#a34700', '#1a6b3c', '#6a1b9a', '#455a64', '#b71c1c'];

/** The zones of a plan as kinds, and the zone of each seat. */
function byZone({ rows, seats, layout }: SeatColumns): { kinds: SeatKind[]; colouring: number[] } {
  const zones = [...new Set(rows.map(({ zone }) => zone))];
  const colourOf = new Map(layout.categories.map(({ name, colour }) => [name, colour]));
  const zoneOfRow = rows.map(({ zone }) => zones.indexOf(zone));
  return {
    kinds: zones.map((zone, at) => ({
      id: zone,
      label: zone,
      colour: colourOf.get(zone) ?? zoneColours[at % zoneColours.length] ?? '',
      shape: shapeOf(at),
    })),
    colouring: seats.row.map((row) => zoneOfRow[row] ?? -1),
  };
}

function Shown({ columns }: { columns: SeatColumns }) {
  const text = useText();
  const { kinds, colouring } = useMemo(() => byZone(columns), [columns]);
  return (
    <MapColumns
      map={<SeatMap plan={columns} kinds={kinds.map(unspoken)} colouring={colouring} />}
      aside={
        <>
          <SeatLegend kinds={kinds} colouring={colouring} none={text('seatMap.none')} />
          <MarkLegend plan={columns} />
          <Typography variant="body2" color="text.secondary">
            {text('seatMap.zonesNote')}
          </Typography>
        </>
      }
    />
  );
}

/** The name of a seat begins with its zone already. */
function unspoken(kind: SeatKind): SeatKind {
  return { ...kind, label: '' };
}

/** The seats of a plan, to be looked at. */
export function PlanMap({ planId }: { planId: string }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data, error } = useQuery({
    queryKey: ['plan-seats', planId],
    queryFn: () => provider.ask<SeatColumns>(`/seat-plans/${planId}/seats`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error !== null) return <ProblemAlert failure={error} />;
  if (data === undefined) return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
  return <Shown columns={data} />;
}
