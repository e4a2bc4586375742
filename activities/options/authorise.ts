import { type Decision, problemOf } from '../../rules/authorisation/decide.ts';
import type { RuleMoment } from '../../rules/options/life.ts';
import { type OptionKind, overrideRight } from '../../rules/options/rights.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { holdsRight } from './locked-option.ts';
import { remedies } from './remedies.ts';
import { decide, type Question } from './rules-question.ts';

export { authorisationFacts } from './rules-question.ts';

/**
 * Asks the rules. A refusal ends the verb; a warning does too, unless the caller may go on and gave a motive. What would
 * pass, and who could allow it, is looked for when nothing of the verb stays and no lock is held any more.
 * @throws Problem `performance.past` | `authorisation.refused` | `authorisation.warned` with the reasons.
 */
export async function authorise(
  verb: Verb,
  moment: RuleMoment,
  organisationId: string,
  question: Question,
  override: { reason: string } | null | undefined,
): Promise<Decision> {
  const decision = await decide(moment, question);
  const code = problemOf(decision);
  if (code === null) return decision;
  if (
    code === 'authorisation.warned' &&
    override &&
    holdsRight(verb, overrideRight(kindOf(question)), organisationId)
  )
    return decision;
  const values = decision.reasons[0]?.values ?? {};
  const problem = new Problem(code, { values, reasons: decision.reasons });
  verb.explain(code, async () => {
    const found = await remedies(verb.caller, question, decision);
    return new Problem(code, { ...problem.details, remedies: found });
  });
  throw problem;
}

/** A question is about an option on seats or on a product. */
function kindOf({ performances }: Pick<Question, 'performances'>): OptionKind {
  return performances[0]?.product ? 'product' : 'seats';
}
