import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelOption } from '../../../activities/options/cancel-option.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../activities/options/confirm-refusal.ts';
import { extendOption } from '../../../activities/options/extend-option.ts';
import { firmOption } from '../../../activities/options/firm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { leaveWaiting } from '../../../activities/options/leave-waiting.ts';
import { linkTwin } from '../../../activities/options/link-twin.ts';
import type { ProductRequest, RequestInput } from '../../../activities/options/new-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { type PlaceInput, placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { reinstateOption } from '../../../activities/options/reinstate-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { resumeOption } from '../../../activities/options/resume-option.ts';
import { waitOption } from '../../../activities/options/wait-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { abandonBasket } from '../../../activities/orders/abandon-basket.ts';
import { payByHand } from '../../../activities/orders/pay-by-hand.ts';
import { Problem } from '../../../activities/problem.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { DemoOption, DemoSeats, DemoStep, DemoUnits } from './demo-option.ts';
import { type DemoStage, named } from './demo-stage.ts';

/** An option that has begun, and when time acts on it next. */
export interface Begun {
  id: string;
  /** Its places are seats of a plan. */
  numbered: boolean;
  /** The first line, of which a placement may grant less. */
  line: { id: string; quantity: number };
  otherLines: { lineId: string; quantity: number }[];
  nextAt: string | null;
}

/** Asks for an option, or places it directly. */
export async function ask(
  stage: DemoStage,
  index: number,
  option: DemoOption,
  at: string,
): Promise<Omit<Begun, 'nextAt'>> {
  const { origin, wish } = option;
  const caller = stage.operator(option.operator, `option/${index}`, at);
  const words = {
    contactId: named(stage.contacts, option.contact),
    remark: option.remark,
    internalRemark: option.internalRemark,
  };
  const input = { ...words, ...('product' in wish ? unitsOf(stage, wish) : seatsOf(stage, wish)) };
  const answer =
    origin === 'direct' ? await placeDirectly(caller, input) : await requestOption(caller, input);
  const [line, ...others] = answer.lines.map(({ id, requestedQuantity }) => ({
    id,
    quantity: requestedQuantity,
  }));
  if (line === undefined) throw new RangeError(`option ${index} of the demo asks for nothing`);
  return {
    id: answer.id,
    numbered: 'performance' in wish && named(stage.performances, wish.performance).numbered,
    line,
    otherLines: others.map(({ id, quantity }) => ({ lineId: id, quantity })),
  };
}

function seatsOf(
  stage: DemoStage,
  { performance, fallbacks, lines, acceptsUpgrade }: DemoSeats,
): Omit<RequestInput, 'contactId'> {
  const { id, categories } = named(stage.performances, performance);
  return {
    performanceId: id,
    fallbackPerformanceIds: fallbacks.map((name) => named(stage.performances, name).id),
    lines: lines.map(({ category, quantity, minimum, subcategory }) => ({
      seatCategoryId: named(categories, category),
      quantity,
      minimumQuantity: minimum,
      audienceSubcategoryId: subcategory === null ? null : (stage.subcategories[subcategory] ?? null),
    })),
    acceptsUpgrade,
  };
}

function unitsOf(stage: DemoStage, { product, units, at }: DemoUnits): Omit<ProductRequest, 'contactId'> {
  const { id, lines } = named(stage.products, product);
  return {
    productId: id,
    quantity: units,
    lines: Object.entries(at).map(([line, place]) => ({
      productLineId: named(lines, line),
      performanceId: place === null ? null : placeOf(stage, place),
    })),
  };
}

/** A performance, or a slot of a visit such as `COULISSES-3`. */
function placeOf({ performances, products }: DemoStage, name: string): string {
  const [, code = '', nth] = /^(.*)-(\d+)$/.exec(name) ?? [];
  return products.get(code)?.slots[Number(nth) - 1] ?? named(performances, name).id;
}

/** Does one thing to an option; each call gets a key of its own. `before` is the option told just before it. */
export async function play(
  caller: (more?: string) => VerbCaller,
  stage: DemoStage,
  option: Begun,
  step: DemoStep,
  before: Begun | undefined,
): Promise<unknown> {
  const input = { optionId: option.id, reason: step.reason ?? null };
  switch (step.verb) {
    case 'place':
      return place(caller, { ...input, ...grantOf(stage, option, step) }, option);
    case 'refuse':
      return refuseOption(caller(), input);
    case 'confirm':
      return confirmOption(caller(), { ...input, insured: step.insured ?? null });
    case 'confirm-refusal':
      return confirmRefusal(caller(), input);
    case 'cancel-refusal':
      return cancelRefusal(caller(), input);
    case 'cancel-confirmation':
      return cancelConfirmation(caller(), input);
    case 'withdraw':
      return withdrawOption(caller(), input);
    case 'lapse':
      return lapseOption(caller(), input);
    case 'wait':
      return waitOption(caller(), input);
    case 'leave-waiting':
      return leaveWaiting(caller(), input);
    case 'extend':
      return extendOption(caller(), { ...input, dueAt: agreedAt(stage, step) ?? '' });
    case 'firm':
      return firmOption(caller(), input);
    case 'cancel':
      return cancelOption(caller(), input);
    case 'reinstate':
      return reinstateOption(caller(), input);
    case 'link-twin':
      return linkTwin(caller(), { ...input, twinId: before?.id ?? '' });
    case 'pay':
      return pay(caller, stage, option, step);
    case 'abandon': {
      const { basketId } = await resumeOption(caller(), { optionId: option.id });
      return abandonBasket(caller('/basket'), { basketId: basketId ?? '', reason: input.reason });
    }
  }
}

/** On a plan with the best seats there are; a group that no seats are found for keeps its quantity, to be seated by hand. */
async function place(caller: () => VerbCaller, input: PlaceInput, { numbered }: Begun): Promise<unknown> {
  if (!numbered) return placeOption(caller(), input);
  try {
    return await placeOption(caller(), { ...input, seats: 'best' });
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.code !== 'stock.insufficient') throw failure;
    return placeOption(caller(), input);
  }
}

function grantOf(stage: DemoStage, { line, otherLines }: Begun, step: DemoStep): Partial<PlaceInput> {
  const { fewer, rest } = step;
  const confirmationDueAt = agreedAt(stage, step);
  return {
    ...(fewer === undefined
      ? {}
      : { lines: [{ lineId: line.id, quantity: line.quantity - fewer }, ...otherLines] }),
    ...(rest === undefined ? {} : { remainder: rest }),
    ...(confirmationDueAt === undefined ? {} : { confirmationDueAt }),
  };
}

function agreedAt({ clock }: DemoStage, { agreedDay }: DemoStep): string | undefined {
  return agreedDay === undefined ? undefined : clock.at(agreedDay, '18:00');
}

/** The order is resumed whole, and what it comes to is paid. */
async function pay(
  caller: (more?: string) => VerbCaller,
  { database, institutionId }: DemoStage,
  option: Begun,
  { means = 'transfer' }: DemoStep,
): Promise<unknown> {
  const { basketId, orderId } = await resumeOption(caller(), { optionId: option.id });
  const { total_cents: amountCents } = await database.read(institutionId, (db) =>
    db
      .selectFrom('customer_order')
      .select('total_cents')
      .where('id', '=', orderId ?? '')
      .executeTakeFirstOrThrow(),
  );
  return payByHand(caller('/payment'), { basketId: basketId ?? '', amountCents, means });
}
