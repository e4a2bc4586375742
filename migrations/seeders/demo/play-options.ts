import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../activities/options/confirm-refusal.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import type { RequestInput } from '../../../activities/options/new-option.ts';
import { observeOption } from '../../../activities/options/observe-option.ts';
import type { OptionAnswer } from '../../../activities/options/option-answer.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { type PlaceInput, placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoOption, DemoStep, DemoVerb } from './demo-option.ts';
import type { DemoPost } from './demo-post.ts';
import { demoOptions } from './demo-season.ts';

/** What the stories of the demo refer to: ids by the demo's own names. */
export interface DemoStage {
  database: Database;
  institutionId: string;
  clock: DemoClock;
  contacts: ReadonlyMap<string, string>;
  performances: ReadonlyMap<string, DemoRoom>;
  subcategories: Readonly<Record<string, string>>;
  /** The operator of that e-mail; the key makes every call safe to repeat. */
  operator(email: string, key: string, now: string): VerbCaller;
  /** Time itself. */
  process(key: string, now: string): VerbCaller & { now: string };
  post: DemoPost;
  /** What has come due by then happens. */
  until: string;
}

/** A performance: its categories by code, and whether its seats are open on a plan. */
interface DemoRoom {
  id: string;
  numbered: boolean;
  categories: ReadonlyMap<string, string>;
}

/** An option that has begun, and when time acts on it next. */
interface Begun {
  id: string;
  /** Its places are seats of a plan. */
  numbered: boolean;
  /** The first line, of which a placement may grant less. */
  line: { id: string; quantity: number };
  otherLines: { lineId: string; quantity: number }[];
  nextAt: string | null;
}

/**
 * Plays every option of the demo in the order in which things happened, so that numbers grow with time and seats that
 * were given back can be placed again. What comes due in between happens when it is due, and so does what has come due
 * by today. Letters leave meanwhile, each before anything else happens to its option.
 */
export async function playOptions(stage: DemoStage): Promise<void> {
  try {
    await playInOrder(stage);
  } catch (failure) {
    await stage.post.finished().catch(() => undefined); // nothing goes on behind a seed that has failed
    throw failure;
  }
  await stage.post.finished();
}

async function playInOrder(stage: DemoStage): Promise<void> {
  const { clock } = stage;
  const acts = demoOptions(clock).flatMap((option, index) => [
    { at: clock.at(option.day, option.time), index, option, step: null },
    ...option.steps.map((step, turn) => ({
      at: clock.at(step.day, step.time),
      index,
      option,
      step: { ...step, turn },
    })),
  ]);
  const begun = new Map<number, Begun>();
  for (const { at, index, option, step } of acts.toSorted(
    (a, b) => a.at.localeCompare(b.at) || a.index - b.index,
  )) {
    await meetUntil(stage, begun, at);
    const known = begun.get(index);
    if (step === null) begun.set(index, await begin(stage, index, option, at));
    else if (known !== undefined) await go(stage, index, known, step, at);
  }
  await meetUntil(stage, begun, stage.until);
}

async function begin(stage: DemoStage, index: number, option: DemoOption, at: string): Promise<Begun> {
  const caller = stage.operator(option.operator, `option/${index}`, at);
  const input = inputOf(stage, option);
  const direct = option.origin === 'direct';
  const answer = direct ? await placeDirectly(caller, input) : await requestOption(caller, input);
  const [line, ...others] = answer.lines.map(({ id, requestedQuantity }) => ({
    id,
    quantity: requestedQuantity,
  }));
  if (line === undefined) throw new RangeError(`option ${index} of the demo asks for nothing`);
  return {
    id: answer.id,
    numbered: named(stage.performances, option.performance).numbered,
    line,
    otherLines: others.map(({ id, quantity }) => ({ lineId: id, quantity })),
    nextAt: direct ? await nextAt(stage, answer.id) : null,
  };
}

function inputOf(stage: DemoStage, option: DemoOption): RequestInput {
  const performance = named(stage.performances, option.performance);
  return {
    contactId: named(stage.contacts, option.contact),
    performanceId: performance.id,
    fallbackPerformanceIds: option.fallbacks.map((name) => named(stage.performances, name).id),
    lines: option.lines.map(({ category, quantity, minimum, subcategory }) => ({
      seatCategoryId: named(performance.categories, category),
      quantity,
      minimumQuantity: minimum,
      audienceSubcategoryId: subcategory === null ? null : (stage.subcategories[subcategory] ?? null),
    })),
    acceptsUpgrade: option.acceptsUpgrade,
    remark: option.remark,
    internalRemark: option.internalRemark,
  };
}

const tellsTheContact: ReadonlySet<DemoVerb> = new Set(['confirm', 'confirm-refusal', 'cancel-confirmation']);

async function go(
  stage: DemoStage,
  index: number,
  option: Begun,
  step: DemoStep & { turn: number },
  at: string,
): Promise<void> {
  await stage.post.settled(option.id);
  const caller = stage.operator(step.operator, `option/${index}/${step.turn}/${step.verb}`, at);
  const { state } = await play(caller, stage, option, step);
  option.nextAt = state === 'placed' || state === 'refused' ? await nextAt(stage, option.id) : null;
  if (tellsTheContact.has(step.verb)) stage.post.send(option.id, at);
}

function play(caller: VerbCaller, stage: DemoStage, option: Begun, step: DemoStep): Promise<OptionAnswer> {
  const input = { optionId: option.id, reason: step.reason ?? null };
  switch (step.verb) {
    case 'place':
      return place(caller, { ...input, ...grantOf(stage, option, step) }, option);
    case 'refuse':
      return refuseOption(caller, input);
    case 'confirm':
      return confirmOption(caller, input);
    case 'confirm-refusal':
      return confirmRefusal(caller, input);
    case 'cancel-refusal':
      return cancelRefusal(caller, input);
    case 'cancel-confirmation':
      return cancelConfirmation(caller, input);
    case 'withdraw':
      return withdrawOption(caller, input);
    case 'lapse':
      return lapseOption(caller, input);
  }
}

/** On a plan with the best seats there are; a group that no seats are found for keeps its quantity, to be seated by hand. */
async function place(caller: VerbCaller, input: PlaceInput, { numbered }: Begun): Promise<OptionAnswer> {
  if (!numbered) return placeOption(caller, input);
  try {
    return await placeOption(caller, { ...input, seats: 'best' });
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.code !== 'stock.insufficient') throw failure;
    return placeOption(caller, input);
  }
}

function grantOf(
  { clock }: DemoStage,
  { line, otherLines }: Begun,
  { fewer, agreedDay }: DemoStep,
): Pick<PlaceInput, 'lines' | 'confirmationDueAt'> {
  return {
    ...(fewer === undefined
      ? {}
      : { lines: [{ lineId: line.id, quantity: line.quantity - fewer }, ...otherLines] }),
    ...(agreedDay === undefined ? {} : { confirmationDueAt: clock.at(agreedDay, '18:00') }),
  };
}

/** Meets what has come due until an instant, the earliest first, each at its own. */
async function meetUntil(stage: DemoStage, begun: ReadonlyMap<number, Begun>, until: string): Promise<void> {
  for (;;) {
    let next: { index: number; option: Begun; dueAt: string } | null = null;
    for (const [index, option] of begun) {
      const dueAt = option.nextAt;
      if (dueAt !== null && dueAt <= until && (next === null || dueAt < next.dueAt))
        next = { index, option, dueAt };
    }
    if (next === null) return;
    const { index, option, dueAt } = next;
    const caller = stage.process(`option/${index}/meet/${dueAt}`, dueAt);
    const { outcome } = await meetOption(caller, { optionId: option.id, dueAt });
    if (outcome === 'declined') stage.post.send(option.id, dueAt);
    option.nextAt = await nextAt(stage, option.id);
  }
}

async function nextAt({ database, institutionId }: DemoStage, optionId: string): Promise<string | null> {
  const { nextAt: at } = await observeOption(database, institutionId, optionId);
  return at;
}

function named<Key, Found>(known: ReadonlyMap<Key, Found>, name: Key): Found {
  const found = known.get(name);
  if (found === undefined) throw new RangeError(`the demo has no ${String(name)}`);
  return found;
}
