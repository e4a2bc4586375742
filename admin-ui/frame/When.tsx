import { Box, Tooltip } from '@mui/material';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether two zones show the same clock at this instant. */
function sameClock(one: string, other: string, at: string): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(
      new Date(at),
    );
  return clock(one) === clock(other);
}

/**
 * When a performance starts, on the clock of its venue; a clock that is not the reader's is named. In a table the
 * time stands under the day.
 */
export function When({
  startsAt,
  timeZone,
  stacked = false,
}: {
  startsAt: string;
  timeZone: string;
  stacked?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const city = cityOf(timeZone);
  const day = format.performanceDay(startsAt, timeZone);
  const foreign = !sameClock(timeZone, browserZone, startsAt);
  return (
    <Tooltip title={text('frame.common.localTime', { city })}>
      <Box
        component="time"
        dateTime={startsAt}
        sx={{ whiteSpace: { xs: stacked ? 'nowrap' : 'normal', md: 'nowrap' }, display: 'inline-block' }}
      >
        {stacked ? day : `${day}, `}
        {stacked && <br />}
        {format.clock(startsAt, timeZone)}
        {foreign && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {` (${city})`}
          </Box>
        )}
      </Box>
    </Tooltip>
  );
}
