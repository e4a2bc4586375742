import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { OpenEvent } from './ask.ts';
import { momentOf } from './figures.ts';
import { ranks } from './request-wish.ts';
import { useWords } from './words/use-words.ts';

/** The first choice and up to three fallback dates, each in the browser's own list. */
export function ChoiceFields({
  event,
  choices,
  faultOf,
  onChange,
}: {
  event: OpenEvent;
  choices: readonly string[];
  faultOf: (field: string) => string | null;
  onChange: (rank: number, performanceId: string) => void;
}) {
  const { words, locale } = useWords();
  const venues = new Set(event.performances.map(({ venueName }) => venueName));
  return (
    <>
      <Typography variant="body2" color="text.secondary">
        {words.request.fallbackHelp}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {ranks.map((rank) => {
          const fault = faultOf(`choice-${rank}`);
          return (
            <TextField
              key={rank}
              id={`choice-${rank}`}
              select
              label={rank === 0 ? words.request.first : words.request.fallback(rank)}
              value={choices[rank] ?? ''}
              onChange={({ target }) => onChange(rank, target.value)}
              required={rank === 0}
              error={fault !== null}
              helperText={fault}
              slotProps={{
                select: { native: true },
                inputLabel: { shrink: true },
              }}
            >
              <option value="">{rank === 0 ? words.request.choose : words.request.none}</option>
              {event.performances.map(({ id, startsAt, timeZone, venueName }) => (
                <option key={id} value={id}>
                  {`${momentOf(locale, startsAt, timeZone)}${venues.size > 1 ? ` – ${venueName}` : ''}`}
                </option>
              ))}
            </TextField>
          );
        })}
      </Box>
    </>
  );
}
