import type { together as french } from '../fr/together.ts';
import type { SameShape } from '../same-shape.ts';

/** Words of a list of options placed together. */
export const together: SameShape<typeof french> = {
  title: 'Place together',
  explain:
    'The options are spread so that as many seats as possible are filled: each one whole, on its first choice or a fallback date, upgraded if it accepts that. Nothing is placed before you agree.',
  looking: 'Looking for the best way to place them…',
  summary: '%{options}, %{seats}: %{placed}, %{unplaced}.',
  options: '%{smart_count} option |||| %{smart_count} options',
  seats: '%{count} seat |||| %{count} seats',
  placed: '%{smart_count} placed |||| %{smart_count} placed',
  unplaced: 'none without a solution',
  unplacedSome: '%{smart_count} without a solution |||| %{smart_count} without a solution',
  best: 'Nothing fills more: %{seats}.',
  found: 'Best found: %{seats}; nothing could fill more than %{most}.',
  left: '%{seats} of %{free} free will be left',
  performances: 'Seats left by performance',
  items: 'Proposal by option',
  quantity: 'Seats',
  where: 'Performance and seats',
  why: 'Why',
  fallback: 'Fallback no. %{rank}',
  upgraded: 'Upgraded',
  outOfReach: 'Option outside your perimeter',
  onDate: '%{date}:',
  moreRows: 'and %{smart_count} more row |||| and %{smart_count} more rows',
  more: 'Show more (%{count})',
  warned:
    '%{smart_count} option is held back by a warning of the rules. |||| %{smart_count} options are held back by a warning of the rules.',
  again: 'Propose again with this reason',
  submit: 'Place %{smart_count} option |||| Place %{smart_count} options',
  resume: 'Go on',
  elsewhere: 'Its seats had been taken: others were found.',
  retry: 'Propose again for the failure |||| Propose again for the %{smart_count} failures',
};
