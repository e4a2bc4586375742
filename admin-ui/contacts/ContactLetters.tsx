import { Link as MuiLink } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { LetterLines } from '../letters/LetterLines.tsx';
import type { LetterRow } from '../letters/letter-record.ts';
import { NoLetters } from '../letters/NoLetters.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { ContactRow } from './contact-record.ts';

const shown = 10;

/** What a contact was sent, latest first. */
export function ContactLetters({ contact }: { contact: ContactRow }) {
  const text = useText();
  const mayRead = useRight('letters.letters:read');
  const filter = { contactId: contact.id };
  const { data, total } = useGetList<LetterRow>(
    'letters',
    { filter, pagination: { page: 1, perPage: shown }, sort: { field: 'createdAt', order: 'DESC' } },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  const all = (total ?? 0) > shown && (
    <MuiLink component={Link} to={`/letters?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
      {text('people.show.allLetters')}
    </MuiLink>
  );
  return (
    <Section title={text('people.show.letters')} action={all}>
      <NoLetters resource="contacts" record={contact} />
      <LetterLines letters={data} none={text('people.show.noLetters')} withOption />
    </Section>
  );
}
