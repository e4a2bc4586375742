import { Box, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { LetterStateChip } from '../letters/LetterStateChip.tsx';
import type { LetterRow } from '../letters/letter-record.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { ContactRow } from './contact-record.ts';

const shown = 10;

/** What a contact was sent, latest first. */
export function ContactLetters({ contact }: { contact: ContactRow }) {
  const text = useText();
  const format = useFormat();
  const mayRead = useRight('letters.letters:read');
  const filter = { contactId: contact.id };
  const { data, isPending, total } = useGetList<LetterRow>(
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
      {isPending && <Skeleton variant="rounded" height={48} />}
      {data?.length === 0 && <Typography color="text.secondary">{text('people.show.noLetters')}</Typography>}
      <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((letter) => (
          <Box
            component="li"
            key={letter.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
          >
            <MuiLink component={Link} to={`/letters/${letter.id}/show`} sx={{ fontWeight: 600 }}>
              {text(`screens.letter.kind.${letter.kind}`)}
            </MuiLink>
            <LetterStateChip state={letter.state} />
            <Typography variant="body2" color="text.secondary">
              {[
                letter.sentAt === null ? null : format.instant(letter.sentAt),
                letter.to || text('screens.letter.show.noAddress'),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </Typography>
          </Box>
        ))}
      </Stack>
    </Section>
  );
}
