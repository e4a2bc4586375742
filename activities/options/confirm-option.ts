import { type PaymentDue, paymentDueAt } from '../../rules/options/deadlines.ts';
import { processId } from '../../rules/processes.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { addToOrder, writeOperations } from '../orders/add-to-order.ts';
import { gatheredFile } from '../orders/gathered-file.ts';
import { assertFileOf, type LockedFile, lockFile } from '../orders/lock-file.ts';
import { lockWithOrder } from '../orders/lock-with-order.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { assertAgreedDate } from './agreed-date.ts';
import { authorisationFacts, authorise } from './authorise.ts';
import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import { limitsOn } from './limits.ts';
import type { OptionRow, OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { moveClaims } from './option-lines.ts';
import type { PerformanceFacts } from './performance-facts.ts';
import { heldFacts } from './products/held-facts.ts';

/** A confirmation, with another payment date than the rules' when one was agreed. */
export interface ConfirmInput extends OptionVerbInput {
  paymentDueAt?: string | null;
  /** Options of one contact that are validated under the same name go into one order; those with a file keep theirs. */
  orderGroup?: string | null;
  /** An open file of the contact the order goes into; otherwise the option's own file, or a new one (seed: *nouveau dossier*). */
  bookingFileId?: string | null;
  /** Its order is insured from now on: it is released whole or not at all. */
  insured?: boolean | null;
}

/**
 * Validates a placed option (verb `confirm`): its seats are ordered in the order of its file, and the confirmation
 * letter is owed.
 * @throws Problem `option.state` | `performance.past` | `authorisation.refused` | `authorisation.warned` |
 *   `deadline.agreedPast` | `stock.insufficient` (the capacity no longer covers what was held above it) | `file.closed` |
 *   `file.otherContact`.
 */
export async function confirmOption(caller: VerbCaller, input: ConfirmInput): Promise<OptionAnswer> {
  return runVerb(caller, 'confirm', input, async (verb) => {
    const { optionId, orderGroup, bookingFileId } = input;
    const chosen = typeof bookingFileId === 'string' ? await lockFile(verb, bookingFileId) : null;
    const gathered =
      chosen === null && typeof orderGroup === 'string'
        ? await gatheredFile(verb, optionId, orderGroup)
        : null;
    const file = chosen ?? gathered;
    const order = file === null ? await lockWithOrder(verb, optionId) : file.order;
    const decided = await decideOption(verb, 'confirm', input);
    const { option, lines } = decided;
    if (chosen !== null) assertFileOf(option, chosen);
    const { decision, facts } = await askRules(verb, decided, input);
    const due = paymentDue(verb, decided, facts, input);
    const granted = await moveClaims(verb, option.id, lines.granted, 'ordered');
    const joined = await addToOrder(verb, order, withFile(option, file), granted, due, {
      endPolicy: facts.deadlines.paymentPolicy,
      graceHours: facts.graceHours,
    });
    if (input.insured === true)
      await verb.db
        .updateTable('customer_order')
        .set({ insured: true })
        .where('id', '=', joined.id)
        .execute();
    const { answer, historyId } = await writeDecision(
      verb,
      'confirm',
      decided,
      {
        state: decided.to,
        order_id: joined.id,
        booking_file_id: joined.bookingFileId,
        decided_at: verb.now,
        overdue_at: null,
        next_action_at: null,
      },
      granted,
      input,
      { paymentDueAt: joined.paymentDueAt, ruleVersion: decision.ruleSetVersion, warnings: decision.reasons },
    );
    await writeOperations(verb, 'order', joined.id, option.id, granted, historyId);
    verb.wake(processId.reservation(joined.id));
    await supersedeLetters(verb, option.id, ['acknowledgement', 'placement', 'correction', 'refusal']);
    await oweLetter(verb, {
      kind: 'confirmation',
      optionId: option.id,
      orderId: joined.id,
      causeHistoryId: historyId,
    });
    return answer;
  });
}

function withFile(option: OptionRow, file: LockedFile | null): OptionRow {
  return file === null ? option : { ...option, booking_file_id: file.id };
}

async function askRules(verb: Verb, { option, lines }: Decided, input: ConfirmInput) {
  const performances = await heldFacts(verb, option, lines.granted);
  const [facts] = performances;
  const limitations = await limitsOn(verb, {
    performances: [facts],
    lines: lines.granted,
    optionId: option.id,
    moment: 'confirmation',
    lock: 'none',
  });
  const decision = await authorise(
    verb,
    'confirmation',
    facts.organisationId,
    authorisationFacts(verb.now, performances, {
      categoryIds: lines.granted.map((places) => places.seatCategoryId),
      counted: [facts],
      collides: false,
      limitations,
      profiles: [],
    }),
    input.override,
  );
  return { decision, facts };
}

function paymentDue(
  verb: Verb,
  { option, past }: Decided,
  { deadlines: { minimumNoticeHours } }: PerformanceFacts,
  input: ConfirmInput,
): PaymentDue {
  const agreedAt = input.paymentDueAt ?? null;
  assertAgreedDate(verb, agreedAt, past.startsAt, option);
  return paymentDueAt({
    profilePaymentDate: option.origin === 'request' ? option.profile_payment_on : null,
    confirmationDueAt: option.confirmation_due_at,
    confirmedAt: verb.now,
    performanceStartsAt: past.startsAt,
    timeZone: past.timeZone,
    minimumNoticeHours,
    agreedAt,
  });
}
