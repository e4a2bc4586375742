import { Box, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { LetterStateChip } from '../letters/LetterStateChip.tsx';
import type { LetterRow } from '../letters/letter-record.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { OptionRecord } from './option-record.ts';

const whileLeaving = 1_500;

/** What the contact was sent about this option; read again while a letter is on its way. */
export function OptionLetters({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const mayRead = useRight('letters.letters:read');
  const { data, isPending } = useGetList<LetterRow>(
    'letters',
    {
      filter: { optionId: option.id },
      pagination: { page: 1, perPage: 50 },
      sort: { field: 'createdAt', order: 'DESC' },
    },
    {
      enabled: mayRead,
      refetchInterval: ({ state }) =>
        state.data?.data.some((letter) => letter.state === 'owed' || letter.state === 'sending')
          ? whileLeaving
          : false,
    },
  );
  if (!mayRead) return null;
  return (
    <Section title={text('options.show.letters')}>
      {isPending && <Skeleton variant="rounded" height={48} />}
      {data?.length === 0 && <Typography color="text.secondary">{text('options.show.noLetters')}</Typography>}
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
                letter.sentAt === null ? null : format.instant(letter.sentAt, option.timeZone),
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
