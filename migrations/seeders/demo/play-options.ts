import { meetOption } from '../../../activities/options/meet-option.ts';
import { observeOption } from '../../../activities/options/observe-option.ts';
import type { DemoOption, DemoStep, DemoVerb } from './demo-option.ts';
import { demoProductOptions } from './demo-product-options.ts';
import { demoOptions } from './demo-season.ts';
import type { DemoStage } from './demo-stage.ts';
import { ask, type Begun, play } from './play-step.ts';

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
  const options = [...demoOptions(clock), ...demoProductOptions(clock)];
  const acts = options.flatMap((option, index) => [
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
    else if (known !== undefined) await go(stage, index, known, step, at, begun.get(index - 1));
  }
  await meetUntil(stage, begun, stage.until);
}

async function begin(stage: DemoStage, index: number, option: DemoOption, at: string): Promise<Begun> {
  const begun = await ask(stage, index, option, at);
  return { ...begun, nextAt: option.origin === 'direct' ? await nextAt(stage, begun.id) : null };
}

const tellsTheContact: ReadonlySet<DemoVerb> = new Set([
  ...(['confirm', 'confirm-refusal', 'cancel-confirmation', 'wait', 'cancel'] as const),
]);

/** After these time may act before the demo's first day; after the others nothing comes of itself. */
const setsDate: ReadonlySet<DemoVerb> = new Set([
  ...(['place', 'refuse', 'cancel-refusal', 'cancel-confirmation'] as const),
  ...(['leave-waiting', 'extend', 'reinstate'] as const),
]);

async function go(
  stage: DemoStage,
  index: number,
  option: Begun,
  step: DemoStep & { turn: number },
  at: string,
  before: Begun | undefined,
): Promise<void> {
  await stage.post.settled(option.id);
  const caller = (more = '') =>
    stage.operator(step.operator, `option/${index}/${step.turn}/${step.verb}${more}`, at);
  await play(caller, stage, option, step, before);
  option.nextAt = setsDate.has(step.verb) ? await nextAt(stage, option.id) : null;
  if (tellsTheContact.has(step.verb)) stage.post.send(option.id, at);
  if (step.rest === 'wait') stage.post.send(await restOf(stage, option.id), at);
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

/** The option whose places that were not granted wait. */
async function restOf({ database, institutionId }: DemoStage, optionId: string): Promise<string> {
  const { id } = await database.read(institutionId, (db) =>
    db.selectFrom('seat_option').select('id').where('split_from_id', '=', optionId).executeTakeFirstOrThrow(),
  );
  return id;
}
