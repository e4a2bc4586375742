import { nextActionAt } from '../../rules/options/deadlines.ts';
import { nextState } from '../../rules/options/life.ts';
import { releaseScope } from '../../rules/options/release-part.ts';
import { lastRungMet } from '../../rules/options/reminders.ts';
import { isDue, latestNow } from '../due.ts';
import { oweLetter } from '../letters/owe-letter.ts';
import { tellLapse } from '../letters/tell-option.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { lastStart, readChoices } from './choices.ts';
import { declineOption } from './confirm-refusal.ts';
import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import { endOption } from './expire-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import { lockOption, type OptionRow } from './locked-option.ts';
import { readLines } from './option-lines.ts';
import { refusalEnd } from './refusal-end.ts';
import { requestEnd } from './request-end.ts';

/** What time did: the duty that was due, or nothing because it was not due (any more, or yet). */
export interface Met {
  outcome: 'reminded' | 'lapsed' | 'flagged' | 'declined' | 'expired' | 'notDue';
}

/**
 * Meets what time owes an option: reminds its contact, lets it lapse, flags it as overdue, validates its refusal, or
 * ends a request whose last performance has started. Acts
 * only if the locked row's next action is still the instant the story was woken for, and that instant has come by the
 * story's clock or by PostgreSQL's; so a confirmation and a lapse at the same instant have exactly one winner. A verb of
 * time never fails on a state.
 */
export async function meetOption(
  caller: VerbCaller & { now: string },
  input: { optionId: string; dueAt: string },
): Promise<Met> {
  return runVerb(caller, 'meet', input, async (verb): Promise<Met> => {
    const option = await findOption(verb, input.optionId);
    if (option === null || !isDue(verb, option.next_action_at, input.dueAt)) return { outcome: 'notDue' };
    const next = nextActionAt(facts(option));
    switch (next?.duty) {
      case 'remind':
        return remind(verb, option, next.at);
      case 'lapse':
        return (await isSkipped(verb, option)) ? skip(verb, option) : lapse(verb, option);
      case 'flag-overdue':
        await flagOverdue(verb, option);
        return { outcome: 'flagged' };
      case 'confirm-refusal':
        return decline(verb, option);
      case 'expire':
        return expire(verb, option);
      case undefined:
        return { outcome: 'notDue' };
    }
  });
}

/** What its next action follows from; a refusal, or the end of a request, is due when its row says so. */
function facts(option: OptionRow) {
  return {
    state: option.state,
    endPolicy: option.end_policy,
    confirmationDueAt: option.confirmation_due_at,
    overdueFlaggedAt: option.overdue_at,
    performanceStartsAt: option.performance_starts_at,
    graceHours: option.grace_hours,
    reminders: option.due_plan?.reminders ?? [],
    remindedAt: option.reminded_at,
    refusalDueAt: option.next_action_at,
    expiresAt: option.next_action_at,
  };
}

async function findOption(verb: Verb, optionId: string): Promise<OptionRow | null> {
  try {
    return await lockOption(verb, { optionId });
  } catch (error) {
    if (error instanceof Problem && error.code === 'request.notFound') return null;
    throw error;
  }
}

/**
 * One letter, also for several reminders that nobody met in time; none once the due date itself has come. The contact
 * hears of what they asked for: what was granted is not told before it is validated.
 */
async function remind(verb: Verb, option: OptionRow, rung: string): Promise<Met> {
  const now = latestNow(verb);
  const known = facts(option);
  const remindedAt = lastRungMet(known.reminders, rung, now);
  const next = nextActionAt({ ...known, remindedAt });
  const inTime =
    option.confirmation_due_at !== null && Date.parse(now) < Date.parse(option.confirmation_due_at);
  await verb.db
    .updateTable('seat_option')
    .set({ reminded_at: remindedAt, next_action_at: next?.at ?? null, version: option.version + 1 })
    .where('id', '=', option.id)
    .execute();
  if (!inTime) return { outcome: 'notDue' };
  const causeHistoryId = verb.record({
    verb: 'remind',
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    before: { state: option.state, confirmationDueAt: option.confirmation_due_at },
    after: { state: option.state, confirmationDueAt: option.confirmation_due_at },
  });
  await oweLetter(verb, {
    kind: 'reminder',
    optionId: option.id,
    orderId: null,
    causeHistoryId,
    lines: 'asked',
  });
  return { outcome: 'reminded' };
}

/** Time gives back nothing of a contact in credit while the performance is ahead (`rules/options/release-part.ts`). */
async function isSkipped(verb: Verb, option: OptionRow): Promise<boolean> {
  if (Date.parse(option.performance_starts_at) <= Date.parse(latestNow(verb))) return false;
  const { creditCents } = await verb.db
    .selectFrom('contact')
    .select('credit_cents as creditCents')
    .where('id', '=', option.structure_id ?? option.contact_id)
    .executeTakeFirstOrThrow();
  const asked = { productKind: null, roles: null, insured: false, byTime: true };
  return releaseScope({ ...asked, creditCents }).scope === 'skipped';
}

/** What is not released by time is overdue from then on, and a person decides. */
async function skip(verb: Verb, option: OptionRow): Promise<Met> {
  await verb.db.updateTable('seat_option').set({ end_policy: 'flag' }).where('id', '=', option.id).execute();
  await flagOverdue(verb, { ...option, end_policy: 'flag' });
  return { outcome: 'flagged' };
}

async function lapse(verb: Verb, option: OptionRow): Promise<Met> {
  const decided = await decidedFor(verb, option);
  const granted = await giveBack(verb, decided);
  const changes = { ...nothingHeld, state: decided.to, decided_at: verb.now };
  const { historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, {});
  await tellLapse(verb, option, historyId, null);
  return { outcome: 'lapsed' };
}

/** The due date has passed and the option still holds its seats: it is overdue, until someone decides. */
async function flagOverdue(verb: Verb, option: OptionRow): Promise<void> {
  const next = nextActionAt({ ...facts(option), overdueFlaggedAt: verb.now });
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

/** Validates a refusal; not yet, when one of its fallback performances was moved to a later start meanwhile. */
async function decline(verb: Verb, option: OptionRow): Promise<Met> {
  const decided = await decideOption(verb, 'confirm-refusal', { optionId: option.id });
  const { decided_at } = await verb.db
    .selectFrom('seat_option')
    .select('decided_at')
    .where('id', '=', option.id)
    .executeTakeFirstOrThrow();
  const end = await refusalEnd(verb, decided, decided_at ?? verb.now);
  if (await isLater(verb, option, end)) return { outcome: 'notDue' };
  await declineOption(verb, decided, {});
  return { outcome: 'declined' };
}

/** Ends a request, or a waiting option; not yet, when one of its performances was moved to a later start meanwhile. */
async function expire(verb: Verb, option: OptionRow): Promise<Met> {
  if (await isLater(verb, option, await requestEnd(verb, option))) return { outcome: 'notDue' };
  const { lines, past } = await decidedFor(verb, option);
  const to = nextState(option.state, 'expire', option.refused_from) ?? option.state;
  await endOption(verb, { option, lines, past, to }, {});
  return { outcome: 'expired' };
}

/** Whether an end is still ahead by now: then the option waits for it. */
async function isLater(verb: Verb, option: OptionRow, end: string | null): Promise<boolean> {
  if (end === null || Date.parse(end) <= Date.parse(latestNow(verb))) return false;
  await verb.db.updateTable('seat_option').set({ next_action_at: end }).where('id', '=', option.id).execute();
  return true;
}

async function decidedFor(verb: Verb, option: OptionRow): Promise<Decided> {
  const lines = await readLines(verb.ask, option.id);
  const past = lastStart(await readChoices(verb.db, option.id));
  return { option, lines, past, to: 'lapsed' };
}
