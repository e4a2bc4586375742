import Box from '@mui/material/Box';
import { formatDate } from '../../rules/messages/figures.ts';
import type { OwnOption } from './ask.ts';
import { FactLines } from './FactLines.tsx';
import { momentOf } from './figures.ts';
import { StatusChip } from './StatusChip.tsx';
import { useWords } from './words/use-words.ts';

/** What was asked for, where it stands, and what was granted once that is said. */
export function OptionFacts({ option }: { option: OwnOption }) {
  const { words, locale } = useWords();
  const own = words.option;
  const { eventName, venueName, startsAt, timeZone, requestedAt, places, remark } = option;
  return (
    <FactLines
      facts={[
        [words.options.state, <StatusChip key="state" status={option.status} text={option.statusText} />],
        [words.options.event, `${eventName} – ${momentOf(locale, startsAt, timeZone)} (${venueName})`],
        [words.options.requestedOn, formatDate(locale, requestedAt, timeZone)],
        [words.options.content, words.options.tickets(places)],
        [own.choices, <Choices key="choices" option={option} />],
        [own.places, <Lines key="lines" option={option} />],
        [own.upgrade, option.acceptsUpgrade ? own.upgradeYes : own.upgradeNo],
        ...(remark === null || remark === '' ? [] : [[own.remark, remark] as const]),
        ...(option.orderNumber === null ? [] : [[own.order, own.orderNumber(option.orderNumber)] as const]),
        ...(option.paymentDueAt === null
          ? []
          : [[own.dueAt, momentOf(locale, option.paymentDueAt, timeZone)] as const]),
      ]}
    />
  );
}

function Choices({ option }: { option: OwnOption }) {
  const { words, locale } = useWords();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {option.choices.map((choice, rank) => {
        const moment = momentOf(locale, choice.startsAt, choice.timeZone);
        const cancelled = choice.cancelled ? ` (${words.option.cancelled})` : '';
        return <li key={choice.performanceId}>{`${words.option.choice(rank, moment)}${cancelled}`}</li>;
      })}
    </Box>
  );
}

function Lines({ option }: { option: OwnOption }) {
  const { words } = useWords();
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {option.lines.map(({ seatCategoryId, seatCategoryName, requestedQuantity, granted }) => {
        const told = [
          words.option.asked(requestedQuantity),
          ...(granted === null ? [] : [words.option.granted(granted)]),
        ];
        return <li key={seatCategoryId}>{`${seatCategoryName} – ${told.join(', ')}`}</li>;
      })}
    </Box>
  );
}
