import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { formatDate } from '../../rules/messages/figures.ts';
import type { OwnOptions } from './ask.ts';
import { FactLines } from './FactLines.tsx';
import { momentOf } from './figures.ts';
import { StatusChip } from './StatusChip.tsx';
import { hrefOf } from './use-route.ts';
import { useWords } from './words/use-words.ts';

/** One option of the list, as the seed shows it. */
export function OptionCard({ option }: { option: OwnOptions['options'][number] }) {
  const { words, locale } = useWords();
  const { options } = words;
  const { number, eventName, startsAt, timeZone, requestedAt, places } = option;
  return (
    <Card variant="outlined" component="article">
      <CardContent>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {options.heading(number)}
        </Typography>
        <FactLines
          facts={[
            [options.event, `${eventName} – ${momentOf(locale, startsAt, timeZone)}`],
            [options.requestedOn, formatDate(locale, requestedAt, timeZone)],
            [options.content, options.tickets(places)],
            [options.state, <StatusChip key="state" status={option.status} text={option.statusText} />],
          ]}
        />
        <Link href={hrefOf({ page: 'option', id: option.id })} aria-label={options.detailOf(number)}>
          {options.detail}
        </Link>
      </CardContent>
    </Card>
  );
}
