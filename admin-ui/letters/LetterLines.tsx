import { Box, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OptionLink } from '../options/OptionLink.tsx';
import { failureText } from './failure-text.ts';
import { LetterStateChip } from './LetterStateChip.tsx';
import type { LetterRow } from './letter-record.ts';

/** Letters a line each: what it is, how far it came and to whom; `withOption`: about which option and show too. */
export function LetterLines({
  letters,
  none,
  timeZone,
  withOption = false,
}: {
  letters: readonly LetterRow[] | undefined;
  /** Said when there are none. */
  none: string;
  timeZone?: string;
  withOption?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  if (letters === undefined) return <Skeleton variant="rounded" height={48} />;
  if (letters.length === 0) return <Typography color="text.secondary">{none}</Typography>;
  return (
    <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {letters.map((letter) => (
        <Box
          component="li"
          key={letter.id}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
        >
          <MuiLink component={Link} to={`/letters/${letter.id}/show`} sx={{ fontWeight: 600 }}>
            {text(`screens.letter.kind.${letter.kind}`)}
          </MuiLink>
          <LetterStateChip state={letter.state} />
          {withOption && letter.optionId !== null && (
            <Typography variant="body2" component="span">
              <OptionLink id={letter.optionId} number={letter.optionNumber} inText />
              {letter.eventName !== null && ` – ${letter.eventName}`}
            </Typography>
          )}
          <Typography variant="body2" color="text.secondary">
            {[
              letter.sentAt === null ? null : format.instant(letter.sentAt, timeZone),
              letter.to || failureText(letter, format.locale) || text('screens.letter.show.noAddress'),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </Typography>
        </Box>
      ))}
    </Stack>
  );
}
