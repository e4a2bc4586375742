import { Box, Skeleton, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { verbText } from '../../history/history-words.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { actorOf, type HistoryRow } from '../../options/history-row.ts';
import { isFields } from '../../provider/problem.ts';
import { useRight } from '../../provider/session.ts';
import { Section } from '../Facts.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { TimelineItem } from '../TimelineItem.tsx';

const shownChanges = 4;

/** A value short enough to be read in a line; null for what has a structure of its own. */
function useShortValue(): (value: unknown) => string | null {
  const text = useText();
  const format = useFormat();
  return (value) => {
    if (value === null || value === undefined || value === '') return text('settings.common.nothing');
    if (typeof value === 'boolean') return text(value ? 'settings.common.yes' : 'settings.common.no');
    if (typeof value === 'number') return format.number(value);
    if (typeof value !== 'string' || /^[0-9a-f]{8}-/.test(value)) return null;
    return /^\d{4}-\d\d-\d\dT/.test(value) ? format.instant(value) : value;
  };
}

/** What a change changed, field by field, in words. */
function useChanges(): (row: HistoryRow) => string[] {
  const text = useText();
  const translate = useTranslate();
  const short = useShortValue();
  return ({ verb, before, after }) => {
    if (verb !== 'change' || !isFields(after)) return [];
    const old = isFields(before) ? before : {};
    const lines = Object.entries(after).flatMap(([name, value]) => {
      const field = translate(`settings.field.${name}`, { _: '' });
      if (field === '') return [];
      const [from, to] = [short(old[name]), short(value)];
      if (from === null || to === null) return [text('settings.common.touched', { field })];
      return [text('settings.common.changed', { field, before: from, after: to })];
    });
    const hidden = lines.length - shownChanges;
    return hidden <= 0
      ? lines
      : [...lines.slice(0, shownChanges), text('settings.common.moreChanges', { count: hidden })];
  };
}

function Event({ row }: { row: HistoryRow }) {
  const text = useText();
  const format = useFormat();
  const changes = useChanges()(row);
  return (
    <TimelineItem>
      <Typography variant="subtitle2" component="div">
        {verbText(row, text)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        <time dateTime={row.at}>{format.instant(row.at)}</time>
        {' · '}
        {actorOf(row, text) ?? text('options.show.byTime')}
      </Typography>
      {changes.map((change) => (
        <Typography key={change} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {change}
        </Typography>
      ))}
    </TimelineItem>
  );
}

/** Who did what to a settings record, or to several of a kind, and when, latest first. */
export function RecordTimeline({ subject, id }: { subject: string; id: string | readonly string[] }) {
  const text = useText();
  const mayRead = useRight('history.history:read');
  const { data, error, isPending } = useGetList<HistoryRow>(
    'history',
    {
      filter: { subjectType: subject, subjectId: id },
      pagination: { page: 1, perPage: 50 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  return (
    <Section title={text('settings.common.timeline')}>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={120} />}
      {data?.length === 0 && (
        <Typography color="text.secondary">{text('settings.common.noTimeline')}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {data?.map((row) => (
          <Event key={row.id} row={row} />
        ))}
      </Box>
    </Section>
  );
}
