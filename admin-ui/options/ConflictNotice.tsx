import type { OptionVerb } from '../../rules/options/life.ts';
import { ChangedNotice } from '../frame/conflict/ChangedNotice.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRecord } from './option-record.ts';
import { useVerbLabel } from './VerbBar.tsx';

type Facts = readonly { label: string; value: string }[];

/** What decides on an option's next step, in words. */
function useFactsOf(): (option: OptionRecord) => Facts {
  const text = useText();
  const format = useFormat();
  return (option) => {
    const instant = (at: string | null) => (at === null ? '' : format.instant(at, option.timeZone));
    const line = (name: string, quantity: number) =>
      text('screens.stock.share', { name, free: format.number(quantity) });
    return [
      { label: text('resources.options.fields.state'), value: format.labels.states[option.state] },
      {
        label: text('resources.options.fields.startsAt'),
        value: format.performance(option.startsAt, option.timeZone),
      },
      {
        label: text('options.show.requested'),
        value: option.lines.map((each) => line(each.seatCategoryName, each.requestedQuantity)).join('\n'),
      },
      {
        label: text('resources.options.fields.placedQuantity'),
        value: option.lines
          .flatMap((each) => each.placed)
          .map((each) => line(each.seatCategoryCode, each.quantity))
          .join('\n'),
      },
      {
        label: text('resources.options.fields.confirmationDueAt'),
        value: instant(option.confirmationDueAt),
      },
      { label: text('resources.options.fields.paymentDueAt'), value: instant(option.paymentDueAt) },
      { label: text('resources.options.fields.remark'), value: option.remark ?? '' },
    ];
  };
}

/** Somebody changed the option while a person was deciding: what they saw beside what is so now. */
export function ConflictNotice({
  seen,
  option,
  verb,
  onAgain,
  onClose,
}: {
  /** The option as the person saw it when they decided. */
  seen: OptionRecord;
  option: OptionRecord;
  verb: OptionVerb;
  onAgain: () => void;
  onClose: () => void;
}) {
  const factsOf = useFactsOf();
  const label = useVerbLabel();
  const now = factsOf(option);
  const facts = factsOf(seen).flatMap(({ label: name, value }) => {
    const latest = now.find((fact) => fact.label === name)?.value ?? '';
    return latest === value ? [] : [{ label: name, seen: value, now: latest }];
  });
  const allowed = option.allowedActions.some((action) => action.verb === verb && action.allowed);
  return (
    <ChangedNotice
      subject={{ type: 'option', id: option.id }}
      facts={facts}
      again={allowed ? { verb: label(option, verb), onAgain } : null}
      onClose={onClose}
    />
  );
}
