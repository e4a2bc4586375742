import { setTimeout } from 'node:timers/promises';
import { accessCandidates } from '../../../database/contact-sessions.ts';
import type { Database } from '../../../database/database.ts';
import { accessFault } from '../../../rules/contacts/contact-access.ts';
import { newRequestId, runVerb } from '../../verb.ts';
import { contactCaller } from './contact-caller.ts';
import { oweAccessLink, type SpacePlace } from './owe-access-link.ts';

/** The answer takes at least this long, whether there was somebody to write to or not. */
const leastMs = 250;

/**
 * Sends a one-time link to whom a contact number and an e-mail address stand for, if they belong together and may come in
 * (verb `send-access`). Answers nothing, and as slowly: nobody learns who exists.
 */
export async function askAccessLink(
  database: Database,
  { number, email, spaceUrl }: SpacePlace & { number: number; email: string },
): Promise<void> {
  await Promise.all([send(database, number, email.trim(), spaceUrl), setTimeout(leastMs)]);
}

async function send(database: Database, number: number, email: string, spaceUrl: string): Promise<void> {
  for (const facts of await accessCandidates(database.queries(), number, email)) {
    if (accessFault(facts) !== null) continue;
    const caller = contactCaller(database, facts, newRequestId());
    await runVerb(caller, 'send-access', { holderId: facts.holder.id }, async (verb) => {
      await oweAccessLink(verb, facts, { spaceUrl });
      return null;
    });
  }
}
