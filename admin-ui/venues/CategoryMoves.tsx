import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { MoveButtons } from '../frame/MoveButtons.tsx';
import { useSaveRecord } from '../frame/records/use-save-record.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { useRight } from '../provider/session.ts';
import { type CategoryRecord, categoryKind } from './venue-record.ts';

/** The categories in their new order, with the ranks that must change for it. */
function reranked(
  all: readonly CategoryRecord[],
  from: number,
  to: number,
): { before: CategoryRecord; rank: number }[] {
  const order = all.filter((_, index) => index !== from);
  const moved = all[from];
  if (moved === undefined) return [];
  order.splice(to, 0, moved);
  return order
    .map((before, index) => ({ before, rank: index + 1 }))
    .filter(({ before, rank }) => before.rank !== rank);
}

/** Gives a seat category a better or lower rank. */
export function CategoryMoves({
  category,
  all,
}: {
  category: CategoryRecord;
  all: readonly CategoryRecord[];
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const mayChange = useRight('venues.seat-categories:modify');
  const save = useSaveRecord(categoryKind);
  const index = all.findIndex(({ id }) => id === category.id);
  const move = useMutation({
    mutationFn: async (by: -1 | 1) => {
      for (const { before, rank } of reranked(all, index, index + by)) {
        await save.mutateAsync({ before, body: { rank } });
      }
    },
    onError: (failure) =>
      notify(problemOf(failure).title ?? text('frame.failure.unexpected'), { type: 'error' }),
  });
  if (!mayChange) return null;
  return (
    <MoveButtons
      name={format.name({ name: category.name, names: category.names ?? {} })}
      first={index === 0}
      last={index === all.length - 1}
      pending={move.isPending}
      onMove={(by) => move.mutate(by)}
    />
  );
}
