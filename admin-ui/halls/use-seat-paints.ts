import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { problemOf } from '../provider/problem.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import type { ConfigurationRecord } from './hall-record.ts';
import { afterStrokes, changedSeats, paintsOf, type Stroke } from './paint-strokes.ts';

/** The saved category of each seat, by id. */
function savedOf({ seats, categories }: SeatColumns): (string | null)[] {
  return seats.category.map((at) => categories[at]?.id ?? null);
}

const noStrokes: readonly Stroke[] = [];

/**
 * The painting of a configuration: strokes on top of what is saved, until they are sent all at once at the version one
 * began with. When somebody else saved meanwhile, theirs is read and the strokes stay, on top of it.
 */
export function useSeatPaints(configuration: ConfigurationRecord) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const [strokes, setStrokes] = useState(noStrokes);
  const [begun, setBegun] = useState(configuration);
  const [conflict, setConflict] = useState<{ seen: ConfigurationRecord; now: ConfigurationRecord } | null>(
    null,
  );
  // what others change is taken over at once only while there is nothing of one's own
  const newer = begun.version > configuration.version ? begun : configuration;
  const seen = strokes.length > 0 ? begun : newer;
  const seatsAt = ({ id, version }: ConfigurationRecord) => ({
    queryKey: ['configuration-seats', id, version],
    queryFn: () => provider.ask<SeatColumns>(`/logical-configurations/${id}/seats`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: columns, error } = useQuery({ ...seatsAt(seen), placeholderData: keepPreviousData });
  const saved = useMemo(() => (columns === undefined ? [] : savedOf(columns)), [columns]);
  const now = useMemo(() => afterStrokes(saved, strokes), [saved, strokes]);
  const changed = useMemo(() => changedSeats(saved, now), [saved, now]);

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['logical-configurations'] }),
      queries.invalidateQueries({ queryKey: ['history'] }),
    ]);
  const call = useMutation({
    mutationFn: async () => {
      const paints = paintsOf(columns?.seats.id ?? [], changed, now);
      const after = await intend({ paints, version: seen.version }, (key) =>
        provider.act<ConfigurationRecord>(
          `/logical-configurations/${seen.id}/paint`,
          { paints },
          key,
          seen.version,
        ),
      );
      await queries.fetchQuery(seatsAt(after));
      return after;
    },
    onSuccess: (after) => {
      setBegun(after);
      setStrokes(noStrokes);
      setConflict(null);
      return refresh();
    },
    onError: async (failure) => {
      if (problemOf(failure).status !== 412) return;
      const { data: theirs } = await provider.getOne<ConfigurationRecord>('logical-configurations', {
        id: seen.id,
      });
      setBegun(theirs);
      setConflict({ seen, now: theirs });
      await refresh();
    },
  });

  return {
    columns,
    /** Why the seats could not be read. */
    error,
    saved,
    now,
    changed,
    strokes,
    conflict,
    closeConflict: () => setConflict(null),
    /** Why it could not be saved, unless somebody else had saved. */
    failure: call.error !== null && problemOf(call.error).status !== 412 ? call.error : null,
    pending: call.isPending,
    paint: (stroke: Stroke) => {
      if (strokes.length === 0) setBegun(newer);
      setStrokes([...strokes, stroke]);
    },
    /** Takes the last stroke back and answers its seats. */
    undo: (): readonly number[] => {
      setStrokes(strokes.slice(0, -1));
      return strokes.at(-1)?.seats ?? [];
    },
    discard: () => {
      setStrokes(noStrokes);
      setConflict(null);
      call.reset();
    },
    save: () => call.mutateAsync(),
  };
}
