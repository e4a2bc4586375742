import { nextActionAt } from '../../rules/options/deadlines.ts';
import { tellLapse } from '../letters/tell-option.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { lastStart, readChoices } from './choices.ts';
import { type Decided, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import { lockOption, type OptionRow } from './locked-option.ts';
import { readLines } from './option-lines.ts';

/** What time did: the duty that was due, or nothing because it was not due (any more, or yet). */
export interface Met {
  outcome: 'lapsed' | 'flagged' | 'notDue';
}

/**
 * Meets what time owes an option: lets it lapse or flags it as overdue. Acts only if the locked row's next action is
 * still the instant the story was woken for, and that instant has come by the story's clock or by PostgreSQL's; so a
 * confirmation and a lapse at the same instant have exactly one winner. A verb of time never fails on a state.
 */
export async function meetOption(
  caller: VerbCaller & { now: string },
  input: { optionId: string; dueAt: string },
): Promise<Met> {
  return runVerb(caller, 'meet', input, async (verb): Promise<Met> => {
    const option = await findOption(verb, input.optionId);
    if (option === null || !isDue(verb, option, input.dueAt)) return { outcome: 'notDue' };
    const duty = nextActionAt({
      state: option.state,
      endPolicy: option.end_policy,
      confirmationDueAt: option.confirmation_due_at,
      overdueFlaggedAt: option.overdue_at,
      performanceStartsAt: option.performance_starts_at,
      graceHours: option.grace_hours,
    });
    switch (duty?.duty) {
      case 'lapse':
        await lapse(verb, option);
        return { outcome: 'lapsed' };
      case 'flag-overdue':
        await flagOverdue(verb, option);
        return { outcome: 'flagged' };
      case undefined:
        return { outcome: 'notDue' };
    }
  });
}

async function findOption(verb: Verb, optionId: string): Promise<OptionRow | null> {
  try {
    return await lockOption(verb, { optionId });
  } catch (error) {
    if (error instanceof Problem && error.code === 'request.notFound') return null;
    throw error;
  }
}

function isDue(verb: Verb, option: OptionRow, dueAt: string): boolean {
  if (option.next_action_at === null || Date.parse(option.next_action_at) !== Date.parse(dueAt)) return false;
  return Math.max(Date.parse(verb.now), Date.parse(verb.databaseNow)) >= Date.parse(dueAt);
}

async function lapse(verb: Verb, option: OptionRow): Promise<void> {
  const decided = await decidedFor(verb, option);
  const granted = await giveBack(verb, decided);
  const changes = { ...nothingHeld, state: decided.to, decided_at: verb.now };
  const { historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, {});
  await tellLapse(verb, option, historyId, null);
}

/** The due date has passed and the option still holds its seats: it is overdue, until someone decides. */
async function flagOverdue(verb: Verb, option: OptionRow): Promise<void> {
  const next = nextActionAt({
    state: option.state,
    endPolicy: option.end_policy,
    confirmationDueAt: option.confirmation_due_at,
    overdueFlaggedAt: verb.now,
    performanceStartsAt: option.performance_starts_at,
    graceHours: option.grace_hours,
  });
  await verb.db
    .updateTable('seat_option')
    .set({ overdue_at: verb.now, next_action_at: next?.at ?? null, version: option.version + 1 })
    .where('id', '=', option.id)
    .execute();
  verb.record({
    verb: 'flag-overdue',
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    before: { state: option.state, overdueAt: option.overdue_at },
    after: { state: option.state, overdueAt: verb.now },
  });
}

async function decidedFor(verb: Verb, option: OptionRow): Promise<Decided> {
  const lines = await readLines(verb.ask, option.id);
  const past = lastStart(await readChoices(verb.db, option.id));
  return { option, lines, past, to: 'lapsed' };
}
