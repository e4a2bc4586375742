import type { bulk as french } from '../fr/bulk.ts';
import type { SameShape } from '../same-shape.ts';

/** Words of verbs done on a selection. */
export const bulk: SameShape<typeof french> = {
  bar: 'Actions on the selection',
  selected: '%{smart_count} option selected |||| %{smart_count} options selected',
  clear: 'Clear the selection',
  actions: 'Actions',
  verb: '%{verb} (%{count})',
  together: 'Place together (%{count})',
  nothing: 'Nothing can be done with these options in their states, by your rights.',
  tooMany: 'A bulk action takes at most %{max} options: make the selection smaller.',
  selectAll: 'Select the option found |||| Select the %{smart_count} options found',
  makes: {
    orders:
      '%{placements} {placements?placement|placements} → %{orders} {orders?order|orders} for %{contacts} {contacts?contact|contacts}',
    refusals: '%{smart_count} refusal for good |||| %{smart_count} refusals for good',
    and: '; ',
  },
  run: {
    caption: 'Bulk actions, the latest first',
    progress: 'Progress',
    ofProducts: '%{verb} · product options',
    byItself: 'The action goes on by itself, even when you close this page. You find it under Bulk actions.',
    ended: '%{done} of %{total} done, %{failed} {failed?failure|failures}',
    more: 'and %{smart_count} more failure |||| and %{smart_count} more failures',
    overrideHelp: 'Optional: goes on after warnings of the rules, kept with each decision.',
    emptyTitle: 'No bulk action',
    emptyBody: 'An action on more than 200 options goes on by itself and is found here.',
  },
  count: {
    place: '%{smart_count} placement |||| %{smart_count} placements',
    extend: '%{smart_count} extension |||| %{smart_count} extensions',
    validate: '%{smart_count} validation |||| %{smart_count} validations',
    refuse: '%{smart_count} refusal |||| %{smart_count} refusals',
    'cancel-refusal': '%{smart_count} cancelled refusal |||| %{smart_count} cancelled refusals',
    'cancel-confirmation': '%{smart_count} cancelled validation |||| %{smart_count} cancelled validations',
    lapse: '%{smart_count} lapse |||| %{smart_count} lapses',
    withdraw: '%{smart_count} withdrawal |||| %{smart_count} withdrawals',
    wait: '%{smart_count} option for the waiting list |||| %{smart_count} options for the waiting list',
    'leave-waiting':
      '%{smart_count} option off the waiting list |||| %{smart_count} options off the waiting list',
    firm: '%{smart_count} firm placement |||| %{smart_count} firm placements',
    cancel: '%{smart_count} cancellation |||| %{smart_count} cancellations',
    reinstate: '%{smart_count} reinstatement |||| %{smart_count} reinstatements',
  },
  name: {
    validate: 'Validate',
  },
  explain: {
    place:
      'Each option is placed as it was requested, in the order of the list. Rules and free seats are checked one by one. The due date of each will be calculated at the placement.',
    validate:
      'Validating an option: the confirmation letter leaves and an order is made. Validating a pending refusal: it becomes definite and the refusal letter leaves.',
  },
  allPossible: '%{count}: all options allow it.',
  somePossible: '%{count}: %{smart_count} impossible. |||| %{count}: %{smart_count} impossible.',
  nonePossible: '%{count}: no option allows it.',
  why: 'Why',
  because: '%{reason} (no. %{numbers})',
  left: 'They stay as they are.',
  submit: '%{verb} %{smart_count} option |||| %{verb} %{smart_count} options',
  running: '%{done} of %{total} done…',
  doneAll: '%{smart_count} option is done. |||| All %{smart_count} options are done.',
  doneSome:
    '%{done} of %{total} done, %{smart_count} failed. |||| %{done} of %{total} done, %{smart_count} failed.',
  results: 'Result by option',
  outcome: 'Result',
  retry: 'Try the failed one again |||| Try the %{smart_count} failed ones again',
  close: 'Close',
  lost: 'The server’s answer was lost for some options. Try again: nothing will be done twice.',
};
