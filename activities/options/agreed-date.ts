import { agreedDateFault } from '../../rules/options/deadlines.ts';
import { agreedDateRight } from '../../rules/options/rights.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { holdsRight, type OptionRow } from './locked-option.ts';

/**
 * Asks whether the caller may agree on this exact due date with a contact, and whether it can stand.
 * @throws Problem `request.forbidden` | `deadline.agreedPast` | `deadline.agreedAfterPerformance`.
 */
export function assertAgreedDate(
  verb: Verb,
  agreedAt: string | null,
  performanceStartsAt: string,
  option: Pick<OptionRow, 'organisation_id' | 'kind'>,
): void {
  if (agreedAt === null) return;
  if (!holdsRight(verb, agreedDateRight(option.kind), option.organisation_id))
    throw new Problem('request.forbidden');
  const fault = agreedDateFault(agreedAt, verb.now, performanceStartsAt);
  if (fault !== null) throw new Problem(fault);
}
