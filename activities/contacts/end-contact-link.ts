import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { contactLinkRecords } from './contact-records.ts';

/** A dated link as it is shown. */
type ContactLinkAnswer = z.output<typeof contactLinkRecords.row>;

/** Which link ends, on which day (its last one; today when none is said), and why. */
interface EndLinkInput {
  id: string;
  version: number | null;
  endsOn?: string | null;
  reason?: string | null;
}

/**
 * Ends a link between an individual and a structure (verb `end` of a `contact-link`); it stays as a fact of the past. A
 * link that has ended gets another last day the same way.
 * @throws Problem `request.notFound`, `record.version`, `request.invalid` for a day before the first.
 */
export function endContactLink(caller: VerbCaller, input: EndLinkInput): Promise<ContactLinkAnswer> {
  return runVerb(caller, 'end contact-link', input, async (verb) => {
    const link = await lockRecord(verb, contactLinkRecords, scopeOf(caller), input);
    const endsOn = input.endsOn ?? verb.now.slice(0, 10);
    if (endsOn < link.startsOn)
      throw new Problem('request.invalid', { errors: [{ path: 'endsOn', code: 'field.tooSmall' }] });
    const version = link.version + 1;
    await verb.db
      .updateTable('contact_link')
      .set({ ends_on: endsOn, version })
      .where('id', '=', link.id)
      .execute();
    verb.record({
      verb: 'end',
      subjectType: 'contact-link',
      subjectId: link.id,
      before: { endsOn: link.endsOn },
      after: { endsOn },
      reason: input.reason ?? null,
    });
    return { ...link, endsOn, version };
  });
}
