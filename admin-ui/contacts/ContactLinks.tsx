import { Box, Button, Skeleton, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { type Text, useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { AddLinkDialog } from './AddLinkDialog.tsx';
import { ContactLink } from './ContactLink.tsx';
import type { ContactLinkRow, ContactRow } from './contact-record.ts';
import { EndLinkDialog } from './EndLinkDialog.tsx';
import { today } from './today.ts';
import { useContactLinks } from './use-contact-links.ts';

/** The other end of a link, seen from a contact. */
function otherEnd(link: ContactLinkRow, { kind }: ContactRow): { id: string; name: string } {
  return kind === 'structure'
    ? { id: link.individualId, name: link.individualName }
    : { id: link.structureId, name: link.structureName };
}

function spanOf({ startsOn, endsOn }: ContactLinkRow, day: (day: string) => string, text: Text): string {
  if (endsOn !== null) return text('people.links.between', { from: day(startsOn), to: day(endsOn) });
  return text(startsOn > today() ? 'people.links.from' : 'people.links.since', { day: day(startsOn) });
}

function Link({
  link,
  contact,
  onEnd,
}: {
  link: ContactLinkRow;
  contact: ContactRow;
  /** Absent for those who may not, and for what is past. */
  onEnd?: (() => void) | undefined;
}) {
  const text = useText();
  const format = useFormat();
  const other = otherEnd(link, contact);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <ContactLink id={other.id} name={other.name} />
        <Typography variant="body2" color="text.secondary">
          {`${text(`people.links.kind.${link.kind}`)}, ${spanOf(link, format.day, text)}`}
        </Typography>
      </Box>
      {onEnd !== undefined && (
        <Button
          size="small"
          color="inherit"
          onClick={onEnd}
          aria-label={text('people.links.endOf', { name: other.name })}
        >
          {text('people.links.end')}
        </Button>
      )}
    </Box>
  );
}

const list = { listStyle: 'none', m: 0, p: 0 };

/** Who acts for a structure and who belongs to it, or the structures of an individual; what has ended is folded away. */
export function ContactLinks({ contact }: { contact: ContactRow }) {
  const text = useText();
  const mayAdd = useRight('contacts.contacts:create');
  const mayEnd = useRight('contacts.contacts:modify');
  const { data = [], error, isPending } = useContactLinks(contact);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ContactLinkRow | null>(null);
  const structure = contact.kind === 'structure';
  const past = data.filter(({ endsOn }) => endsOn !== null && endsOn < today());
  const current = data.filter((link) => !past.includes(link));
  return (
    <Section
      title={text(structure ? 'people.links.relays' : 'people.links.structures')}
      action={
        mayAdd && (
          <Button size="small" onClick={() => setAdding(true)}>
            {text('people.links.add')}
          </Button>
        )
      }
    >
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={60} />}
      {!isPending && current.length === 0 && (
        <Typography color="text.secondary">
          {text(structure ? 'people.links.noRelays' : 'people.links.noStructures')}
        </Typography>
      )}
      <Stack component="ul" spacing={1.25} sx={list}>
        {current.map((link) => (
          <Link
            key={link.id}
            link={link}
            contact={contact}
            onEnd={mayEnd ? () => setEnding(link) : undefined}
          />
        ))}
      </Stack>
      {past.length > 0 && (
        <Box
          component="details"
          sx={{ mt: 1.5, '& summary': { cursor: 'pointer', color: 'text.secondary', mb: 1 } }}
        >
          <summary>{text('people.links.past', { count: past.length })}</summary>
          <Stack component="ul" spacing={1.25} sx={list}>
            {past.map((link) => (
              <Link key={link.id} link={link} contact={contact} />
            ))}
          </Stack>
        </Box>
      )}
      {adding && <AddLinkDialog contact={contact} onClose={() => setAdding(false)} />}
      {ending !== null && (
        <EndLinkDialog link={ending} name={otherEnd(ending, contact).name} onClose={() => setEnding(null)} />
      )}
    </Section>
  );
}
