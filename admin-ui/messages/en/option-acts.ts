import type { optionActs as french } from '../fr/option-acts.ts';
import type { SameShape } from '../same-shape.ts';

/** Words of what is done to an option: what each verb does, its dialogs, the file and the basket of its order. */
export const optionActs: SameShape<typeof french> = {
  explain: {
    extend:
      'A date agreed with the contact: until then we await their answer or, once the option is validated, the payment of its order. Reminders go with the new date.',
    place: 'The seats placed are held until the due date.',
    'due-calculated': 'The due date will be calculated at the placement.',
    'due-kept': 'The due date of %{due} is kept.',
    'due-renewed': 'The due date of %{due} has passed: a new one will be calculated at the placement.',
    refuse:
      'We refuse the request. The refusal stays reversible until it is validated; seats placed are given back at once.',
    withdraw: 'The contact gives up. The option is withdrawn for good and its seats are given back at once.',
    confirm: 'Validating the option: the confirmation letter leaves for the contact and an order is made.',
    'cancel-refusal':
      'The option returns to the state it had before the refusal. If it was placed, its seats must still be free.',
    'confirm-refusal': 'The refusal becomes final and the refusal letter leaves for the contact.',
    'cancel-confirmation':
      'The option becomes placed again. If the letter had left, a letter of correction follows.',
    lapse:
      'The due date has passed without an answer. The option lapses and its seats are given back at once.',
    wait: 'The option waits for seats to become available, until the performance at the latest. The waiting list letter leaves for the contact.',
    'leave-waiting':
      'The option leaves the waiting list: it is a pending refusal again, which is reversible.',
    firm: 'The placement is firm: it is no longer changed, and a payment that is late does not release it.',
    cancel:
      'The option is cancelled for good: its seats are given back and taken off the order. The contact is told.',
    reinstate:
      'The option is placed again as it was; its seats must still be free. A due date that has passed is calculated anew.',
    expire: 'The last performance asked for is past: nothing can be placed any more. No letter leaves.',
    duplicate:
      'A new request takes over the contact, the dates and the quantities; the original one stays as it is.',
    resume:
      'Load the order into a basket to have it paid. The places stay ordered; nothing else changes until it is paid or abandoned.',
  },
  basket: {
    notice: 'This option is in a basket: its order is being resumed.',
    see: 'See the basket',
    result: 'The order of option no. %{number} is in the basket.',
  },
  file: {
    label: 'File',
    numbered: 'File no. %{number}',
    isNew: 'New file',
    yes: 'Yes',
    no: 'No, an open file of the contact',
    own: 'The file of the option, no. %{number}',
    choose: 'File',
    none: 'This contact has no open file.',
    missing: 'Choose the file.',
    option: 'File no. %{number}, %{amount}',
  },
  insured: {
    label: 'Insured order',
    help: 'It is given back whole or not at all, never in part. Once insured, it stays so.',
    mark: 'Insured',
  },
  release: {
    which: 'What to give back?',
    all: 'Every line',
    some: 'Some lines',
    line: '%{name}: %{count}',
    missing: 'Choose at least one line.',
    part: 'Only these lines are given back, at once; the option keeps the others.',
    partOrdered:
      'Only these lines are given back, at once, and leave the order; the option keeps the others and the contact gets a new confirmation.',
    every: 'These are all of its lines: the option lapses.',
    package:
      '“%{name}” is part of the product and is not given back without the rest: all of it is given back and the option lapses.',
    insured: 'The order is insured: all of it is given back and the option lapses.',
    submit: 'Give these lines back',
    result: 'Option no. %{number}: %{lines} given back, the rest is kept.',
    done: 'Lines given back',
  },
  dialog: {
    remainder:
      'Put the rest on the waiting list: %{smart_count} seat |||| Put the rest on the waiting list: %{smart_count} seats',
    remainderHelp: 'A new option waits for these seats and the waiting list letter leaves for the contact.',
    duplicateResult: 'Request no. %{number} recorded after option no. %{from}.',
    sameTariff: 'As in the original option',
    tariffForAll: 'Audience subcategory',
    extendMissing: 'Give the new date.',
    extendAt: 'New due date',
    extendedResult: 'Option no. %{number}: due on %{due}.',
    onMap: 'Choose the seats on the map',
    onMapHelp:
      'The seats of this performance are numbered. Without a choice, the option gets the best free seats.',
    reason: 'Reason',
    reasonHelp: 'Kept in the history.',
    reasonMissing: 'Give the reason.',
    override: 'Override',
    overrideReason: 'Reason to override',
    overrideHelp: 'Kept with the decision.',
    paymentDueAt: 'To be paid by',
    paymentDueHelp:
      'Expected by %{due}, or before if the order of the file is to be paid sooner. Another date needs a reason.',
    dueAt: 'Agreed due date',
    dueHelp: 'Local time of the venue (%{city}). An agreed date replaces the due date and needs a reason.',
    performance: 'Performance to place',
    outsideChoices: 'This performance is not among the choices of the request: give the reason.',
    quantity: 'Quantity placed',
    requested: 'Requested: %{count}',
    free: 'Free: %{count}',
    tooMany: 'More than the seats that are free',
    nothing: 'Place at least one seat.',
    defaultTariff: 'Default price category',
    placedResult: 'Option no. %{number}: %{count} {count?seat|seats} placed, due on %{due}.',
    verbResult: 'Option no. %{number}: %{state}.',
    confirmedResult: 'Option no. %{number} validated, order made. The letter leaves for the contact.',
  },
};
