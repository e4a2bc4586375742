import { extraChoice } from '../../../rules/options/product-lines.ts';
import { extraChoiceRight } from '../../../rules/options/rights.ts';
import { newId } from '../../new-id.ts';
import { type FieldError, Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { holdsRight, type OptionRow } from '../locked-option.ts';
import type { AnsweredLine } from '../option-answer.ts';
import { insertLines, type OptionLines } from '../option-lines.ts';
import type { ProductFacts } from './product-facts.ts';

/** One more choice of a line of a season ticket; for all its units unless fewer are said. */
export interface ExtraChoice {
  productLineId: string;
  performanceId?: string | null;
  quantity?: number | null;
}

/**
 * Adds extra choices to what an option on a season ticket asks for, behind its other lines; the placement that follows grants
 * them. Answers them as lines.
 * @throws Problem `request.forbidden` without the right, `request.invalid` with the choice at fault.
 */
export function grantExtraChoices(
  verb: Verb,
  option: Pick<OptionRow, 'id' | 'organisation_id' | 'product_quantity'>,
  product: ProductFacts,
  { lines, granted }: OptionLines,
  choices: readonly ExtraChoice[],
): AnsweredLine[] {
  if (choices.length === 0) return [];
  requireExtraChoiceRight(verb, option.organisation_id);
  const live = granted.filter(({ counter }) => counter !== 'released');
  const taken: Pick<AnsweredLine, 'productLineId' | 'performanceId'>[] = lines.map((line) => ({
    productLineId: line.productLineId,
    performanceId: live.find(({ lineId }) => lineId === line.id)?.performanceId ?? line.performanceId,
  }));
  const errors: FieldError[] = [];
  const added = choices.flatMap((choice, at): AnsweredLine[] => {
    const path = `extraChoices.${at}`;
    const line = product.lines.find(({ id }) => id === choice.productLineId);
    const named = taken.some(({ productLineId }) => productLineId === choice.productLineId);
    if (line === undefined || !named) {
      errors.push({ path: `${path}.productLineId`, code: 'field.reference' });
      return [];
    }
    const extra = extraChoice(product.kind, line, option.product_quantity ?? 0, choice, taken, path);
    if ('code' in extra) {
      errors.push(extra);
      return [];
    }
    taken.push(extra);
    return [
      {
        id: newId(),
        performanceId: extra.performanceId,
        productLineId: line.id,
        seatCategoryId: line.seatCategoryId,
        audienceSubcategoryId: sameLine(lines, line.id),
        requestedQuantity: extra.quantity,
        minimumQuantity: null,
        placed: [],
      },
    ];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  writeLines(verb, option.id, lines.length, added);
  return added;
}

/** @throws Problem `request.forbidden` */
export function requireExtraChoiceRight(verb: Verb, organisationId: string): void {
  if (!holdsRight(verb, extraChoiceRight, organisationId)) throw new Problem('request.forbidden');
}

/** The price the first choice of a line was asked for at. */
function sameLine(lines: readonly AnsweredLine[], productLineId: string): string | null {
  return lines.find((line) => line.productLineId === productLineId)?.audienceSubcategoryId ?? null;
}

function writeLines(verb: Verb, optionId: string, before: number, added: readonly AnsweredLine[]): void {
  verb.write(insertLines(verb, optionId, added, before));
  const more = added.reduce((sum, { requestedQuantity }) => sum + requestedQuantity, 0);
  verb.write(
    verb.db
      .updateTable('seat_option')
      .set((is) => ({ requested_quantity: is('requested_quantity', '+', more) }))
      .where('id', '=', optionId),
  );
}
