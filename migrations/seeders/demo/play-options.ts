import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../activities/options/confirm-refusal.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import type { RequestInput } from '../../../activities/options/new-option.ts';
import { observeOption } from '../../../activities/options/observe-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import type { Database } from '../../../database/database.ts';
import type { DemoClock } from './demo-clock.ts';
import { type DemoOption, type DemoStep, demoOptions } from './demo-options.ts';

/** What the stories of the demo refer to: ids by the demo's own names. */
export interface DemoStage {
  database: Database;
  institutionId: string;
  clock: DemoClock;
  contacts: ReadonlyMap<string, string>;
  performances: ReadonlyMap<string, { id: string; categories: ReadonlyMap<string, string> }>;
  /** The demo's operator; the key makes every call safe to repeat. */
  operator(key: string, now: string): VerbCaller;
  /** Time itself. */
  process(key: string, now: string): VerbCaller & { now: string };
}

/**
 * Plays every option of the demo in the order in which things happened, so that numbers grow with time. What comes due
 * in between happens when it is due, and so does what has come due by today.
 */
export async function playOptions(stage: DemoStage): Promise<void> {
  const acts = demoOptions.flatMap((option, index) => [
    { index, option, day: option.day, step: null },
    ...option.steps.map((step) => ({ index, option, day: step.day, step })),
  ]);
  const optionIds = new Map<number, string>();
  for (const { index, option, step } of acts.toSorted((a, b) => a.day - b.day)) {
    if (step === null) optionIds.set(index, await begin(stage, index, option));
    else await play(stage, index, named(optionIds, index), step);
  }
  const now = new Date().toISOString();
  for (const [index, optionId] of optionIds) await meetUntil(stage, `option/${index}`, optionId, now);
}

async function begin(stage: DemoStage, index: number, option: DemoOption): Promise<string> {
  const caller = stage.operator(`option/${index}`, stage.clock.at(option.day, option.time));
  const input = inputOf(stage, option);
  const { id } =
    option.origin === 'direct' ? await placeDirectly(caller, input) : await requestOption(caller, input);
  return id;
}

function inputOf(stage: DemoStage, option: DemoOption): RequestInput {
  const performance = named(stage.performances, option.performance);
  return {
    contactId: named(stage.contacts, option.contact),
    performanceId: performance.id,
    fallbackPerformanceIds: (option.fallbacks ?? []).map((name) => named(stage.performances, name).id),
    lines: option.lines.map(({ category, quantity, minimum }) => ({
      seatCategoryId: named(performance.categories, category),
      quantity,
      minimumQuantity: minimum ?? null,
    })),
    remark: option.remark ?? null,
  };
}

async function play(stage: DemoStage, index: number, optionId: string, step: DemoStep): Promise<void> {
  const now = stage.clock.at(step.day, step.time);
  await meetUntil(stage, `option/${index}`, optionId, now);
  const caller = stage.operator(`option/${index}/${step.verb}`, now);
  const input = { optionId, reason: step.reason ?? null };
  switch (step.verb) {
    case 'place':
      await placeOption(caller, input);
      return;
    case 'refuse':
      await refuseOption(caller, input);
      return;
    case 'confirm':
      await confirmOption(caller, input);
      return;
    case 'confirm-refusal':
      await confirmRefusal(caller, input);
      return;
    case 'cancel-refusal':
      await cancelRefusal(caller, input);
      return;
    case 'cancel-confirmation':
      await cancelConfirmation(caller, input);
      return;
    case 'withdraw':
      await withdrawOption(caller, input);
      return;
  }
}

/** Meets what has come due until an instant, one duty after the other, each at its own. */
async function meetUntil(stage: DemoStage, key: string, optionId: string, until: string): Promise<void> {
  for (;;) {
    const { nextAt } = await observeOption(stage.database, stage.institutionId, optionId);
    if (nextAt === null || Date.parse(nextAt) > Date.parse(until)) return;
    await meetOption(stage.process(`${key}/meet/${nextAt}`, nextAt), { optionId, dueAt: nextAt });
  }
}

function named<Key, Found>(known: ReadonlyMap<Key, Found>, name: Key): Found {
  const found = known.get(name);
  if (found === undefined) throw new RangeError(`the demo has no ${String(name)}`);
  return found;
}
