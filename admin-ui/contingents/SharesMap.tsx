import { Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { TemplateShare } from '../../rules/stock/plan-template.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useNameText } from '../frame/records/use-record-text.ts';
import { MapColumns } from '../halls/MapColumns.tsx';
import { PaintDesk } from '../halls/PaintDesk.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { colourAt } from '../seat-map/kind-colours.ts';
import { SeatLegend } from '../seat-map/SeatLegend.tsx';
import { SeatMap } from '../seat-map/SeatMap.tsx';
import { countKinds } from '../seat-map/seat-counts.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { shapeOf } from '../seat-map/seat-shapes.ts';
import type { SeatKind } from '../seat-map/seat-words.ts';
import { nameSeats } from './name-seats.ts';
import { useContingents } from './use-names.ts';

type Given = {
  configurationId: string;
  restContingentId: string;
  shares: readonly TemplateShare[];
  /** Without it, the map is only looked at. */
  onChange?: (shares: TemplateShare[]) => void;
};

const nothing: ReadonlySet<number> = new Set();

function useKinds({ restContingentId, shares, onChange }: Given): SeatKind[] {
  const nameText = useNameText();
  const contingents = useContingents();
  const named = new Set(
    shares.filter(({ seatIds }) => seatIds !== null).map(({ contingentId }) => contingentId),
  );
  // what a contingent looks like does not change with what it has
  return contingents
    .filter(({ id }) => id !== restContingentId)
    .map((contingent, at) => ({
      id: contingent.id,
      label: nameText(contingent),
      colour: colourAt(at),
      shape: shapeOf(at),
    }))
    .filter(({ id }) => onChange !== undefined || named.has(id));
}

function useColouring(columns: SeatColumns, shares: readonly TemplateShare[], kinds: readonly SeatKind[]) {
  const contingentOf = new Map(
    shares.flatMap(({ seatIds, contingentId }) => (seatIds ?? []).map((id) => [id, contingentId] as const)),
  );
  const at = new Map(kinds.map(({ id }, index) => [id, index]));
  return columns.seats.id.map((id) => at.get(contingentOf.get(id) ?? '') ?? -1);
}

function Shown(given: Given & { columns: SeatColumns }) {
  const { columns, shares, onChange } = given;
  const text = useText();
  const kinds = useKinds(given);
  const colouring = useColouring(columns, shares, kinds);
  const [selection, setSelection] = useState(nothing);
  const [said, setSaid] = useState('');
  const none = text('contingents.template.unnamed');
  const categoryOf = useMemo(
    () => columns.seats.category.map((at) => columns.categories[at]?.id ?? null),
    [columns],
  );
  if (onChange === undefined)
    return (
      <MapColumns
        map={<SeatMap plan={columns} kinds={kinds} colouring={colouring} none={none} />}
        aside={<SeatLegend kinds={kinds} colouring={colouring} none={none} />}
      />
    );
  const counts = countKinds(colouring, kinds.length);
  const give = (at: number | null) => {
    const kind = at === null ? null : kinds[at];
    if (kind === undefined || selection.size === 0) return;
    const seats = [...selection].flatMap((seat) => {
      const id = columns.seats.id[seat];
      return id === undefined ? [] : [{ id, seatCategoryId: categoryOf[seat] ?? null }];
    });
    onChange(nameSeats(shares, seats, kind?.id ?? null));
    setSaid(text('contingents.template.gave', { smart_count: selection.size, name: kind?.label ?? none }));
    setSelection(nothing);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (!/^\d$/.test(event.key)) return;
    give(event.key === '0' ? null : Number(event.key) - 1);
    event.preventDefault();
  };
  return (
    <Stack spacing={1.5} onKeyDown={onKeyDown}>
      <PaintDesk
        plan={columns}
        kinds={kinds}
        colouring={colouring}
        selection={selection}
        onSelect={setSelection}
        keys={text('contingents.template.mapKeys')}
        before={counts}
        after={counts}
        previewed={false}
        disabled={false}
        words={{
          title: text('contingents.template.palette'),
          as: (name) => text('contingents.template.give', { name }),
          none,
          asNone: text('contingents.template.giveBack'),
          choose: text('contingents.template.mapChoose'),
        }}
        onPaint={give}
        said={said}
      />
    </Stack>
  );
}

/** The seats that the shares of a template name, on the plan of its configuration; given to contingents there. */
export function SharesMap(given: Given) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { configurationId } = given;
  const { data, error } = useQuery({
    queryKey: ['configuration-seats', configurationId],
    queryFn: () => provider.ask<SeatColumns>(`/logical-configurations/${configurationId}/seats`),
  });
  if (error !== null) return <ProblemAlert failure={error} />;
  if (data === undefined) return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
  return <Shown {...given} columns={data} />;
}
