import type { WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import { templateFaults } from '../../rules/letters/template-faults.ts';
import { Problem } from '../problem.ts';

/**
 * Lets a text pass that has no fault.
 * @throws Problem `request.invalid`: each fault at its part, and among the reasons with its line and column.
 */
export function refuseFaults(kind: WrittenLetterKind, content: LetterTemplate): void {
  const faults = templateFaults(kind, content);
  if (faults.length === 0) return;
  throw new Problem('request.invalid', {
    errors: faults.map(({ part, code }) => ({ path: `content.${part}`, code })),
    reasons: faults.map(({ part, code, line, column, name }) => ({
      code,
      values: { part, line, column, name },
    })),
  });
}
