import { contactChannel } from '../../database/read-models/contact-programme.ts';
import { reasonsForContact } from '../../rules/authorisation/contact-reasons.ts';
import { type AccessFacts, actsFor, channelsFor } from '../../rules/contacts/contact-access.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import type { VerbCaller } from '../verb.ts';
import { changeOption } from './change-option.ts';
import type { RequestInput } from './new-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { requestOption } from './request-option.ts';
import { withdrawOption } from './withdraw-option.ts';

/** What a contact asks for in their own space (seed 004, "Demande d'option"). */
export interface ContactWish {
  performanceId: string;
  fallbackPerformanceIds?: string[] | null;
  lines: { seatCategoryId: string; quantity: number }[];
  acceptsUpgrade?: boolean | null;
  remark?: string | null;
}

/** Which request of their own, in the version they saw. */
interface OwnRequest {
  optionId: string;
  version: number | null;
}

/**
 * A contact's own request (verb `request`), through a channel made for them; the rules and the profiles are asked as always.
 * @throws Problem those of `requestOption`; a refusal tells what the contact can change, in words for contacts.
 */
export async function requestByContact(
  caller: VerbCaller,
  facts: AccessFacts,
  wish: ContactWish,
): Promise<OptionAnswer> {
  const input = await requestOf(caller, facts, wish);
  return told(() => requestOption(caller, input));
}

/**
 * What a contact's request reads like from now on (verb `change`), as long as nobody has begun to treat it.
 * @throws Problem `option.treated`, and as at the request.
 */
export async function changeByContact(
  caller: VerbCaller,
  facts: AccessFacts,
  { optionId, version, ...wish }: ContactWish & OwnRequest,
): Promise<OptionAnswer> {
  const input = await requestOf(caller, facts, wish);
  return told(() => changeOption(caller, { ...input, optionId, version }));
}

/**
 * Withdraws a contact's own request (verb `withdraw`), as long as nobody has begun to treat it.
 * @throws Problem `option.treated` | `request.notFound` | `record.version`.
 */
export function withdrawByContact(caller: VerbCaller, request: OwnRequest): Promise<OptionAnswer> {
  return told(() => withdrawOption(caller, request));
}

/** The relay asks for their structure; a structure by its own address, or a person, for themselves. */
async function requestOf(caller: VerbCaller, facts: AccessFacts, wish: ContactWish): Promise<RequestInput> {
  const { database, institutionId } = caller;
  const channelIds = channelsFor(facts).map(({ id }) => id);
  const channelId = await database.read(institutionId, (db) =>
    contactChannel(db, scopeOf(caller), channelIds, wish.performanceId),
  );
  if (channelId === null) throw new Problem('request.notFound');
  return {
    ...wish,
    contactId: actsFor(facts).id,
    structureId: facts.relay === null ? null : facts.holder.id,
    channelId,
  };
}

async function told(act: () => Promise<OptionAnswer>): Promise<OptionAnswer> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Problem ? inTheirWords(error) : error;
  }
}

/** A refusal in words for contacts: without the house's reasons, and without who could allow it. */
function inTheirWords(problem: Problem): Problem {
  switch (problem.code) {
    case 'option.state':
      return new Problem('option.treated');
    case 'authorisation.refused':
    case 'authorisation.warned':
    case 'performance.past':
      return new Problem('online.refused', { reasons: reasonsForContact(problem.details.reasons ?? []) });
    default:
      return problem;
  }
}
