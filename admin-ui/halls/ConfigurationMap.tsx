import { Alert, Stack, Typography } from '@mui/material';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { ChangedNotice } from '../frame/conflict/ChangedNotice.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { UnsavedGuard } from '../frame/UnsavedGuard.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { MarkLegend } from '../seat-map/MarkLegend.tsx';
import { SeatLegend } from '../seat-map/SeatLegend.tsx';
import { SeatMap } from '../seat-map/SeatMap.tsx';
import { countKinds } from '../seat-map/seat-counts.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { shapeOf } from '../seat-map/seat-shapes.ts';
import type { SeatKind } from '../seat-map/seat-words.ts';
import { useSeatCategories } from '../stock/use-stock.ts';
import { type ConfigurationRecord, configurationKind } from './hall-record.ts';
import { MapColumns } from './MapColumns.tsx';
import { PaintDesk } from './PaintDesk.tsx';
import { QuickPaint } from './QuickPaint.tsx';
import { UnsavedPaints } from './UnsavedPaints.tsx';
import { useSeatPaints } from './use-seat-paints.ts';

type Paints = ReturnType<typeof useSeatPaints>;

const nothing: ReadonlySet<number> = new Set();

/**
 * The categories of the venue as kinds, best first; those that seats have already, for who may not read the others.
 * While they are being read, none.
 */
function useKinds(venueId: string, columns: SeatColumns | undefined): readonly SeatKind[] | undefined {
  const format = useFormat();
  const { data, error } = useSeatCategories(venueId);
  const known = data ?? (error === null ? undefined : columns?.categories);
  return useMemo(
    () =>
      known?.map((category, at) => ({
        id: category.id,
        label: format.name({ names: {}, ...category }),
        colour: category.colour ?? '#455a64',
        shape: shapeOf(at),
      })),
    [known, format],
  );
}

function useColouring(categories: readonly (string | null)[], kinds: readonly SeatKind[]): number[] {
  return useMemo(() => {
    const at = new Map<string | null, number>(kinds.map(({ id }, index) => [id, index]));
    return categories.map((id) => at.get(id) ?? -1);
  }, [categories, kinds]);
}

/** What each category has on both sides of a conflict. */
function Conflict({ paints, kinds }: { paints: Paints; kinds: readonly SeatKind[] }) {
  const text = useText();
  const format = useFormat();
  if (paints.conflict === null) return null;
  const { seen, now } = paints.conflict;
  const seatsIn = ({ categories }: ConfigurationRecord, id: string) =>
    format.number(categories.find(({ seatCategoryId }) => seatCategoryId === id)?.capacity ?? 0);
  const facts = kinds
    .map(({ id, label }) => ({ label, seen: seatsIn(seen, id), now: seatsIn(now, id) }))
    .filter((fact) => fact.seen !== fact.now);
  return (
    <ChangedNotice
      subject={{ type: configurationKind.subject, id: now.id }}
      facts={facts}
      again={
        paints.changed.size > 0
          ? { verb: text('seatMap.paint.save'), onAgain: () => void paints.save().catch(ignored) }
          : null
      }
      onClose={paints.closeConflict}
    />
  );
}

/** The refusal is shown where the painting is. */
const ignored = () => undefined;

function Painter({
  configuration,
  paints,
  columns,
  kinds,
}: {
  configuration: ConfigurationRecord;
  paints: Paints;
  columns: SeatColumns;
  kinds: readonly SeatKind[];
}) {
  const text = useText();
  const notify = useNotify();
  const [selection, setSelection] = useState(nothing);
  const [said, setSaid] = useState('');
  const saved = useColouring(paints.saved, kinds);
  const now = useColouring(paints.now, kinds);
  const none = text('seatMap.none');
  const mayPaint = useRight(resourceRight('logical-configurations', 'modify'));
  if (!mayPaint || configuration.performances > 0) {
    return (
      <Stack spacing={1.5}>
        {mayPaint && <Alert severity="info">{text('seatMap.paint.inUse')}</Alert>}
        <MapColumns
          map={<SeatMap plan={columns} kinds={kinds} colouring={now} none={none} />}
          aside={
            <>
              <SeatLegend kinds={kinds} colouring={now} none={none} />
              <MarkLegend plan={columns} />
            </>
          }
        />
      </Stack>
    );
  }
  const paint = (at: number | null) => {
    if (selection.size === 0 || paints.pending) return;
    const kind = at === null ? null : kinds[at];
    if (kind === undefined) return;
    paints.paint({ seats: [...selection], categoryId: kind?.id ?? null });
    setSaid(text('seatMap.paint.said', { smart_count: selection.size, name: kind?.label ?? none }));
    setSelection(nothing);
  };
  const undo = () => {
    if (paints.strokes.length === 0 || paints.pending) return;
    setSelection(new Set(paints.undo()));
    setSaid(text('seatMap.paint.undone'));
  };
  const save = async () => {
    await paints.save();
    setSaid('');
    notify(text('seatMap.paint.saved'), { type: 'success' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'z') undo();
    else if (!command && /^\d$/.test(event.key)) paint(event.key === '0' ? null : Number(event.key) - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Stack spacing={1.5} onKeyDown={onKeyDown}>
      <UnsavedGuard when={paints.changed.size > 0} />
      <Conflict paints={paints} kinds={kinds} />
      <PaintDesk
        plan={columns}
        kinds={kinds}
        colouring={now}
        changed={paints.changed}
        selection={selection}
        onSelect={setSelection}
        keys={text('seatMap.paintKeys')}
        before={countKinds(saved, kinds.length)}
        after={countKinds(now, kinds.length)}
        previewed={paints.strokes.length > 0}
        disabled={paints.pending}
        words={{
          title: text('seatMap.paint.title'),
          as: (name) => text('seatMap.paint.as', { name }),
          none,
          asNone: text('seatMap.paint.asNone'),
          choose: text('seatMap.paint.choose'),
        }}
        onPaint={paint}
        said={said}
      />
      {paints.failure !== null && <ProblemAlert failure={paints.failure} />}
      {(selection.size > 0 || paints.strokes.length > 0) && (
        <Stack spacing={1} sx={{ position: 'sticky', bottom: 8, zIndex: 2 }}>
          {selection.size > 0 && <QuickPaint kinds={kinds} disabled={paints.pending} onPaint={paint} />}
          {paints.strokes.length > 0 && (
            <UnsavedPaints
              changed={paints.changed.size}
              pending={paints.pending}
              onUndo={undo}
              onDiscard={paints.discard}
              onSave={() => void save().catch(ignored)}
            />
          )}
        </Stack>
      )}
    </Stack>
  );
}

/** The seats of a numbered configuration, to be painted with the categories of its venue. */
export function ConfigurationMap({ configuration }: { configuration: ConfigurationRecord }) {
  const text = useText();
  const paints = useSeatPaints(configuration);
  const kinds = useKinds(configuration.venueId, paints.columns);
  if (paints.error !== null) return <ProblemAlert failure={paints.error} />;
  if (paints.columns === undefined || kinds === undefined) {
    return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
  }
  return <Painter configuration={configuration} paints={paints} columns={paints.columns} kinds={kinds} />;
}
