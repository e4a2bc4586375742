import { roleGivenBack } from '../../rules/options/product-lines.ts';
import { type ReleaseScope, releaseScope } from '../../rules/options/release-part.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import type { OrderRow } from '../orders/lock-with-order.ts';
import { takeOffOrder } from '../orders/take-off-order.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { type Decided, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { type GrantedPlaces, moveSomeClaims } from './option-lines.ts';
import { productFacts } from './products/product-facts.ts';

/**
 * How far a person's release of some lines of an option reaches (`rules/options/release-part.ts`).
 * @throws Problem `request.invalid` for a line that is none of the option's, or holds nothing.
 */
export async function releaseReaches(
  verb: Verb,
  { option, lines }: Decided,
  order: OrderRow | null,
  lineIds: readonly string[] | null,
): Promise<ReleaseScope> {
  const live = lines.granted.filter(({ counter }) => counter !== 'released');
  const errors = (lineIds ?? []).flatMap((id, at): FieldError[] =>
    live.some(({ lineId }) => lineId === id) ? [] : [{ path: `lineIds.${at}`, code: 'field.reference' }],
  );
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const product = option.product_id === null ? null : await productFacts(verb, option.product_id);
  const named = lineIds !== null && live.some(({ lineId }) => !lineIds.includes(lineId)) ? lineIds : null;
  const roles = named?.map((id) => {
    const line = lines.lines.find((each) => each.id === id);
    const of = product?.lines.find((each) => each.id === line?.productLineId);
    return line === undefined ? 'optional' : roleGivenBack(lines.lines, line, of?.role ?? null);
  });
  return releaseScope({
    productKind: product?.kind ?? null,
    roles: roles ?? null,
    insured: order !== null && order.id === option.order_id && order.insured,
    creditCents: 0, // a person decides whatever the contact is owed
    byTime: false,
  });
}

/** Gives back the places of some lines; the option stays what it is with the others, and so does its order. */
export async function releaseLines(
  verb: Verb,
  decided: Decided,
  order: OrderRow | null,
  input: OptionVerbInput,
  lineIds: readonly string[],
): Promise<OptionAnswer> {
  const { option, lines } = decided;
  const going = lines.granted.filter(
    ({ lineId, counter }) => counter !== 'released' && lineIds.includes(lineId),
  );
  const released = await moveSomeClaims(verb, going, 'released');
  const granted = lines.granted.map((places) => released.find(({ id }) => id === places.id) ?? places);
  const staying = granted.filter(({ counter }) => counter !== 'released');
  const changes = {
    state: option.state,
    placed_quantity: staying.reduce((sum, { quantity }) => sum + quantity, 0),
    overdue_at: option.overdue_at,
    next_action_at: option.next_action_at,
    reminded_at: option.reminded_at,
    ...(await earliest(verb, staying)),
  };
  const { answer, historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, input);
  if (order !== null && order.id === option.order_id)
    await takeOffOrder(verb, order, option.id, going, historyId);
  await supersedeLetters(verb, option.id, ['placement', 'confirmation']);
  if (option.state === 'confirmed')
    await oweLetter(verb, {
      kind: 'confirmation',
      optionId: option.id,
      orderId: option.order_id,
      causeHistoryId: historyId,
      reason: input.reason ?? null,
    });
  return answer;
}

async function earliest(verb: Verb, staying: readonly GrantedPlaces[]) {
  const ids = [...new Set(staying.map(({ performanceId }) => performanceId))];
  const first = await verb.db
    .selectFrom('performance')
    .select(['id as performance_id', 'starts_at as performance_starts_at'])
    .where('id', 'in', ids)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first ?? {};
}
