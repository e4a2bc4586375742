import { Problem } from '../../problem.ts';
import type { VerbCaller } from '../../verb.ts';
import type { LineGrant } from '../granted-lines.ts';
import type { OptionVerbInput } from '../locked-option.ts';
import type { OptionAnswer } from '../option-answer.ts';
import { placeOption } from '../place-option.ts';

/** What was proposed for one option, and accepted. */
export interface AcceptedPlacement extends OptionVerbInput {
  performanceId: string;
  lines: readonly LineGrant[];
}

/** What a loss of places is told with, after which others are looked for. */
const lost = ['stock.insufficient', 'contingent.notForChannel'];
/** What a repeated call is told once its second attempt was done: that attempt answers. */
const repeated = ['option.state', 'record.version'];

/**
 * Places an option as it was proposed, by the verb `place`. What somebody else has taken meanwhile is looked for anew on
 * the same performance in the same category, under the verb's own lock, as the placement of one option does. The second
 * attempt has a key of its own, so that the same call again finds whichever of the two was done.
 * @throws Problem those of `placeOption`
 */
export async function placeAccepted(
  caller: VerbCaller,
  { lines, ...input }: AcceptedPlacement,
): Promise<OptionAnswer> {
  try {
    return await placeOption(caller, { ...input, lines: [...lines], inBulk: true });
  } catch (failure) {
    if (!(failure instanceof Problem) || ![...lost, ...repeated].includes(failure.code)) throw failure;
    const seated = lines.some(({ seatIds }) => seatIds !== null && seatIds !== undefined);
    return placeOption(
      { ...caller, requestId: `${caller.requestId}/again` },
      {
        ...input,
        lines: lines.map(({ lineId, quantity, seatCategoryId }) => ({ lineId, quantity, seatCategoryId })),
        inBulk: true,
        ...(seated ? { seats: 'best' as const } : {}),
      },
    );
  }
}

/** Whether an option was given other places than those proposed. */
export function isElsewhere(answer: OptionAnswer, lines: readonly LineGrant[]): boolean {
  return lines.some(({ lineId, seatIds, contingentId }) => {
    const placed = answer.lines.find(({ id }) => id === lineId)?.placed ?? [];
    const seats = new Set(placed.flatMap((each) => (each.seats ?? []).map(({ id }) => id)));
    const drawn =
      (contingentId ?? null) === null || placed.every((each) => each.contingentId === contingentId);
    return !drawn || (seatIds ?? []).some((id) => !seats.has(id.toLowerCase()));
  });
}
