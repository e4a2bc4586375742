import { type AcceptanceVerb, acceptanceArrows, acceptances } from '../../rules/contacts/acceptance.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { contactRecords } from './contact-records.ts';
import type { ContactAnswer } from './create-contact.ts';

/** Which structure, at the version its caller saw, and why. */
export interface AcceptanceInput {
  id: string;
  version: number | null;
  reason?: string | null;
}

/**
 * Accepts, refuses or suspends a structure (verbs `accept`, `refuse`, `suspend` of a `contact`), and answers it as it is
 * after. Options that exist already are left as they are: the rules ask at the next request and placement.
 * @throws Problem `request.notFound`, `record.version`, `contact.acceptance` when its acceptance does not allow the verb
 *   or the contact is an individual, `motive.required`.
 */
export function changeAcceptance(
  caller: VerbCaller,
  verbName: AcceptanceVerb,
  input: AcceptanceInput,
): Promise<ContactAnswer> {
  return runVerb(caller, `${verbName} contact`, input, async (verb) => {
    const contact = await lockRecord(verb, contactRecords, scopeOf(caller), input);
    const arrow = acceptanceArrows[verbName];
    const before = acceptances.find((known) => known === contact.acceptance);
    if (before === undefined || !arrow.from.includes(before)) throw new Problem('contact.acceptance');
    if (arrow.needsReason && !input.reason) throw new Problem('motive.required');
    const version = contact.version + 1;
    await verb.db
      .updateTable('contact')
      .set({ acceptance: arrow.to, version })
      .where('id', '=', contact.id)
      .execute();
    verb.record({
      verb: verbName,
      subjectType: 'contact',
      subjectId: contact.id,
      before: { acceptance: before },
      after: { acceptance: arrow.to },
      reason: input.reason ?? null,
    });
    return { ...contact, acceptance: arrow.to, version };
  });
}
