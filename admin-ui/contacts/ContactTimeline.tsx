import { Box, Skeleton, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { TimelineItem } from '../frame/TimelineItem.tsx';
import { useFormat } from '../messages/use-format.ts';
import { type TextKey, useText } from '../messages/use-text.ts';
import { actorOf, type HistoryRow } from '../options/history-row.ts';
import { isFields } from '../provider/problem.ts';
import { useRight } from '../provider/session.ts';
import type { ContactLinkRow, ContactRow } from './contact-record.ts';
import { useContactLinks } from './use-contact-links.ts';

const told: Readonly<Record<string, TextKey>> = {
  'contact create': 'people.timeline.create',
  'contact change': 'people.timeline.change',
  'contact accept': 'people.timeline.accept',
  'contact refuse': 'people.timeline.refuse',
  'contact suspend': 'people.timeline.suspend',
  'contact send-access': 'people.timeline.sendAccess',
  'contact sign-in': 'people.timeline.signIn',
  'contact-link create': 'people.timeline.linkCreate',
  'contact-link change': 'people.timeline.linkChange',
  'contact-link end': 'people.timeline.linkEnd',
};

function useTold(contact: ContactRow, links: readonly ContactLinkRow[]): (row: HistoryRow) => string {
  const text = useText();
  return ({ subjectType, verb, subjectId }) => {
    const key = told[`${subjectType} ${verb}`] ?? 'people.timeline.other';
    const link = links.find(({ id }) => id === subjectId);
    if (link === undefined) return text(key);
    const name = contact.kind === 'structure' ? link.individualName : link.structureName;
    return text(key, { name, kind: text(`people.links.kind.${link.kind}`) });
  };
}

/** Which fields a change touched: who somebody is stands nowhere in the history. */
function useChangedFields(): (row: HistoryRow) => string {
  const translate = useTranslate();
  return ({ verb, subjectType, after }) => {
    if (verb !== 'change' || subjectType !== 'contact' || !isFields(after)) return '';
    const names = Object.keys(after).map((field) => translate(`settings.field.${field}`, { _: '' }));
    return names.filter((name) => name !== '').join(', ');
  };
}

/** What happened to a contact and to its links, who did it and why, latest first. */
export function ContactTimeline({ contact }: { contact: ContactRow }) {
  const text = useText();
  const format = useFormat();
  const mayRead = useRight('history.history:read');
  const { data: links } = useContactLinks(contact);
  const { data, error, isPending } = useGetList<HistoryRow>(
    'history',
    {
      filter: { subjectId: [contact.id, ...(links ?? []).map(({ id }) => id)] },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled: mayRead && links !== undefined },
  );
  const sentence = useTold(contact, links ?? []);
  const fields = useChangedFields();
  if (!mayRead) return null;
  return (
    <Section title={text('people.timeline.title')}>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={120} />}
      {data?.length === 0 && <Typography color="text.secondary">{text('people.timeline.none')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {data?.map((row) => (
          <TimelineItem key={row.id}>
            <Typography variant="subtitle2" component="div">
              {sentence(row)}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              <time dateTime={row.at}>{format.instant(row.at)}</time>
              {' · '}
              {actorOf(row, text) ?? text('options.show.byTime')}
            </Typography>
            {fields(row) !== '' && <Typography variant="body2">{fields(row)}</Typography>}
            {row.reason !== null && row.reason !== '' && (
              <Typography variant="body2">{text('options.show.reason', { reason: row.reason })}</Typography>
            )}
          </TimelineItem>
        ))}
      </Box>
    </Section>
  );
}
