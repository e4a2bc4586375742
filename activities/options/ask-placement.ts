import type { Decision } from '../../rules/authorisation/decide.ts';
import type { AskedPlaces } from '../../rules/authorisation/limitations.ts';
import type { Verb } from '../verb.ts';
import { authorisationFacts, authorise } from './authorise.ts';
import type { ContactLock } from './contact-lock.ts';
import { limitsOn } from './limits.ts';
import type { OptionRow, OptionVerbInput } from './locked-option.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** The option that is placed, and what its caller said beside. */
export interface AskedPlacement extends Pick<OptionVerbInput, 'override'> {
  option: Pick<OptionRow, 'id' | 'organisation_id'>;
  lock: ContactLock;
}

/** What is about to be placed, as far as the rules are asked. */
export interface PlacementQuestion {
  performances: readonly PerformanceFacts[];
  /** Where the places are counted, and how many of what. */
  counted: { performance: PerformanceFacts; lines: readonly AskedPlaces[] };
  categoryIds: readonly string[];
  /** The minimum notice reaches beyond the performance's start. */
  collides: boolean;
}

/**
 * Asks the rules once about everything that is placed. Profiles count at request only.
 * @throws Problem those of `authorise`.
 */
export async function askPlacement(
  verb: Verb,
  { option, lock, override }: AskedPlacement,
  { performances, counted, categoryIds, collides }: PlacementQuestion,
): Promise<Decision> {
  const limitations = await limitsOn(verb, {
    performances: [counted.performance],
    lines: counted.lines,
    optionId: option.id,
    moment: 'placement',
    lock,
  });
  const question = authorisationFacts(verb.now, performances, {
    categoryIds,
    counted: [counted.performance],
    collides,
    limitations,
    profiles: [],
  });
  return authorise(verb, 'placement', option.organisation_id, question, override);
}
