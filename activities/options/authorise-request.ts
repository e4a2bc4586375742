import type { Decision } from '../../rules/authorisation/decide.ts';
import type { AskedPlaces } from '../../rules/authorisation/limitations.ts';
import { paymentDay, profileFacts, profilesUsed } from '../../rules/authorisation/profiles.ts';
import type { Verb } from '../verb.ts';
import { authorisationFacts, authorise } from './authorise.ts';
import type { ContactLock } from './contact-lock.ts';
import { limitsOn } from './limits.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** A request the rules let pass, and what its profiles say of it. */
export interface AuthorisedRequest {
  decision: Decision;
  /** The earliest payment date of the profiles it is made under (YYYY-MM-DD). */
  profilePaymentOn: string | null;
  /** Their names, for history. */
  profiles: string[];
}

/**
 * Asks the rules about a request, or about what one becomes: limitation tables and option profiles both count.
 * @throws Problem those of `authorise`.
 */
export async function authoriseRequest(
  verb: Verb,
  { choices }: { choices: readonly [PerformanceFacts, ...PerformanceFacts[]] },
  input: { lines: readonly AskedPlaces[]; override?: { reason: string } | null },
  optionId: string | null,
  lock: ContactLock,
): Promise<AuthorisedRequest> {
  const { lines } = input;
  const [first] = choices;
  const limitations = await limitsOn(verb, {
    performances: choices,
    lines,
    optionId,
    moment: 'request',
    lock,
  });
  const decision = await authorise(
    verb,
    'request',
    first.organisationId,
    authorisationFacts(verb.now, choices, {
      categoryIds: lines.map((line) => line.seatCategoryId),
      collides: false,
      limitations,
      profiles: profileFacts(choices, lines, verb.now),
    }),
    input.override,
  );
  const used = profilesUsed(first, lines, verb.now);
  return { decision, profilePaymentOn: paymentDay(used), profiles: used.map(({ name }) => name) };
}
