import type { Decision } from '../../rules/authorisation/decide.ts';
import { paymentDay, profileFacts, profilesUsed } from '../../rules/authorisation/profiles.ts';
import type { Verb } from '../verb.ts';
import { authorisationFacts, authorise } from './authorise.ts';
import type { ContactLock } from './contact-lock.ts';
import { limitsOn } from './limits.ts';
import type { ResolvedRequest } from './new-option.ts';
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
  request: Pick<ResolvedRequest, 'choices' | 'lines' | 'product'>,
  input: { override?: { reason: string } | null },
  optionId: string | null,
  lock: ContactLock,
): Promise<AuthorisedRequest> {
  const { choices } = request;
  const { counted, lines } = countedPlaces(request);
  const [first] = counted;
  const limitations = await limitsOn(verb, {
    performances: counted,
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
      categoryIds: request.lines.map((line) => line.seatCategoryId),
      counted,
      collides: false,
      limitations,
      profiles: profileFacts(counted, lines, verb.now),
    }),
    input.override,
  );
  const used = profilesUsed(first, lines, verb.now);
  return { decision, profilePaymentOn: paymentDay(used), profiles: used.map(({ name }) => name) };
}

/** Seats are counted at each choice; a product by the places of its first line, where that is had. */
function countedPlaces({ choices, lines, product }: Pick<ResolvedRequest, 'choices' | 'lines' | 'product'>): {
  counted: readonly [PerformanceFacts, ...PerformanceFacts[]];
  lines: ResolvedRequest['lines'];
} {
  const [line] = lines;
  if (product === null) return { counted: choices, lines };
  const at = choices.find(({ performanceId }) => performanceId === line.performanceId) ?? choices[0];
  return { counted: [at], lines: [line] };
}
