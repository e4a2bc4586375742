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

/** When a performance starts, on the clock of its venue; a clock that is not the reader's is named. */
export function When({ startsAt, timeZone }: { startsAt: string; timeZone: string }) {
  const text = useText();
  const format = useFormat();
  const city = cityOf(timeZone);
  return (
    <Tooltip title={text('frame.common.localTime', { city })}>
      <Box component="time" dateTime={startsAt} sx={{ whiteSpace: { md: 'nowrap' } }}>
        {format.performance(startsAt, timeZone)}
        {!sameClock(timeZone, browserZone, startsAt) && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {` (${city})`}
          </Box>
        )}
      </Box>
    </Tooltip>
  );
}
