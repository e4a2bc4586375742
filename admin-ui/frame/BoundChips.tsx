import { Box, Chip } from '@mui/material';
import { useListContext } from 'react-admin';
import { momentOf } from '../../rules/lists/moment.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useNow } from './use-now.ts';

/** A date of the rows that a queue or a view puts bounds to. */
export type BoundField = { source: string; label: string };

/** The bounds of time a list is under, in words; each goes when it is pressed. */
export function BoundChips({ fields }: { fields: readonly BoundField[] }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { filterValues, setFilters } = useListContext();
  const instantOf = (bound: unknown): string | null =>
    momentOf(bound, now) ?? (typeof bound === 'string' && bound !== '' ? bound : null);
  const remove = (...names: string[]) =>
    setFilters(Object.fromEntries(Object.entries(filterValues).filter(([name]) => !names.includes(name))));
  const chips = fields.flatMap(({ source, label }) => {
    const [from, to] = [`${source}_gte`, `${source}_lte`];
    const [after, before] = [filterValues[from], filterValues[to]].map(instantOf);
    const fromNow = filterValues[from] === 'now' && typeof before === 'string';
    return [
      ...(typeof after === 'string' && !fromNow
        ? [{ words: text('frame.bound.from', { field: label, at: format.instant(after) }), names: [from] }]
        : []),
      ...(typeof before === 'string'
        ? [
            {
              words: text('frame.bound.before', { field: label, at: format.instant(before) }),
              names: fromNow ? [from, to] : [to],
            },
          ]
        : []),
    ];
  });
  if (chips.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {chips.map(({ words, names }) => (
        <Chip
          key={words}
          label={words}
          aria-label={text('frame.bound.remove', { condition: words })}
          color="primary"
          variant="outlined"
          onClick={() => remove(...names)}
          onDelete={() => remove(...names)}
        />
      ))}
    </Box>
  );
}
