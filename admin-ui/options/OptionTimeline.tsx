import { Box, Skeleton, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { type OptionState, optionStates } from '../../rules/options/life.ts';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { TimelineItem } from '../frame/TimelineItem.tsx';
import { useFormat } from '../messages/use-format.ts';
import { type Text, useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { doneKey } from './done-key.ts';
import { actorOf, fieldOf, type HistoryRow } from './history-row.ts';
import { OptionChanges } from './OptionChanges.tsx';
import type { OptionRecord } from './option-record.ts';
import { StateChip } from './StateChip.tsx';

/** What happened to an option, latest first. */
function useOptionHistory(optionId: string, enabled: boolean) {
  return useGetList<HistoryRow>(
    'history',
    {
      filter: { subjectType: 'option', subjectId: optionId },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled },
  );
}

function stateOf(side: unknown): OptionState | null {
  const state = fieldOf(side, 'state');
  return optionStates.find((known) => known === state) ?? null;
}

function whoOf(row: HistoryRow, text: Text): string {
  return actorOf(row, text) ?? text('options.show.byTime');
}

function Event({ row, timeZone }: { row: HistoryRow; timeZone: string }) {
  const text = useText();
  const format = useFormat();
  const after = stateOf(row.after);
  const moved = after !== null && after !== stateOf(row.before);
  return (
    <TimelineItem>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="subtitle2" component="span">
          {text(doneKey(row))}
        </Typography>
        {moved && <StateChip state={after} />}
      </Box>
      <Typography variant="body2" color="text.secondary">
        <time dateTime={row.at}>{format.instant(row.at, timeZone)}</time>
        {' · '}
        {whoOf(row, text)}
      </Typography>
      <OptionChanges row={row} timeZone={timeZone} />
      {row.reason !== null && row.reason !== '' && (
        <Typography variant="body2" sx={{ mt: 0.25 }}>
          {text('options.show.reason', { reason: row.reason })}
        </Typography>
      )}
    </TimelineItem>
  );
}

/** Who did what to this option, when and why, latest first. */
export function OptionTimeline({ option }: { option: OptionRecord }) {
  const text = useText();
  const mayRead = useRight('history.history:read');
  const { data, error, isPending } = useOptionHistory(option.id, mayRead);
  if (!mayRead) return null;
  return (
    <Section title={text('options.show.timeline')}>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={120} />}
      {data?.length === 0 && (
        <Typography color="text.secondary">{text('options.show.noTimeline')}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {data?.map((row) => (
          <Event key={row.id} row={row} timeZone={option.timeZone} />
        ))}
      </Box>
    </Section>
  );
}
