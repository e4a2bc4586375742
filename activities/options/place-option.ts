import { reasonsAgainst, reasonsAgainstInBulk } from '../../rules/options/allowed-actions.ts';
import { processId } from '../../rules/processes.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { tellTaken } from '../letters/tell-option.ts';
import { Problem } from '../problem.ts';
import { runVerbOn, type Verb, type VerbCaller } from '../verb.ts';
import { readChoices } from './choices.ts';
import { type ContactLock, contactFirst, lockTold } from './contact-lock.ts';
import type { LineGrant } from './granted-lines.ts';
import {
  assertPossible,
  lockedRow,
  type OptionRow,
  type OptionVerbInput,
  seenOption,
} from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { withPlaced } from './option-lines.ts';
import { optionFacts, seenFacts } from './performance-facts.ts';
import { placeLines } from './place-lines.ts';
import type { ExtraChoice } from './products/grant-extra-choices.ts';
import { placeProduct } from './products/place-product.ts';
import { productFacts } from './products/product-facts.ts';
import { splitRemainder } from './split-remainder.ts';

/** What an operator grants. Everything left out is as requested. */
export interface PlaceInput extends OptionVerbInput {
  /** Another performance than the first choice; outside the choices it needs a motive. */
  performanceId?: string | null;
  lines?: LineGrant[] | null;
  /** Of a season ticket: choices granted besides those it is made of. */
  extraChoices?: ExtraChoice[] | null;
  /** `best`: lines that name no seats have the best free ones beside those they keep, taken under one lock. */
  seats?: 'best' | null;
  /** What becomes of the places not granted: dropped, or a new option waits for them. */
  remainder?: 'drop' | 'wait' | null;
  /** Leaves alone what is placed already; of a selection nobody looks at each option. */
  inBulk?: boolean;
  /** An exact due date agreed with the contact; moving an existing one needs a motive. */
  confirmationDueAt?: string | null;
}

/**
 * Places a requested or waiting option, or changes a placement while it is not confirmed (verb `place`).
 * @throws Problem `option.state` | `motive.required` and those of `placeLines`.
 */
export async function placeOption(caller: VerbCaller, input: PlaceInput): Promise<OptionAnswer> {
  const { optionId, performanceId = null } = input;
  return contactFirst((lock) => {
    const look = (ask: Verb['ask']) =>
      Promise.all([
        lockTold(ask, lock),
        lockedRow(ask, optionId),
        optionFacts(ask, { optionId, performanceId }),
      ]);
    return runVerbOn(caller, 'place', input, look, (verb, [, row, found]) =>
      placeLocked(verb, input, [row, found], lock),
    );
  });
}

async function placeLocked(
  verb: Verb,
  input: PlaceInput,
  [locked, found]: [Awaited<ReturnType<typeof lockedRow>>, Awaited<ReturnType<typeof optionFacts>>],
  lock: ContactLock,
): Promise<OptionAnswer> {
  const option = await seenOption(verb, input, locked);
  const { lines } = found;
  const product = option.product_id === null ? null : await productFacts(verb, option.product_id);
  const facts = await seenFacts(verb, found.live, product);
  const standing = {
    state: option.state,
    refusedFrom: option.refused_from,
    firstPerformanceStartsAt: facts.startsAt,
    timeZone: facts.timeZone,
    now: verb.now,
  };
  assertPossible('place', standing, input.inBulk === true ? reasonsAgainstInBulk : reasonsAgainst);
  if (!input.reason && (await needsMotive(verb, option, input))) throw new Problem('motive.required');
  const placement = {
    option,
    lines,
    wishes: input.lines ?? null,
    agreedAt: input.confirmationDueAt ?? null,
    override: input.override ?? null,
    lock,
  };
  const { answer, ruleVersion } =
    product === null
      ? await placeLines(verb, { ...placement, facts, seats: input.seats ?? null })
      : await placeProduct(verb, {
          ...placement,
          product,
          asker: facts.asker,
          extraChoices: input.extraChoices ?? null,
        });
  const before = withPlaced(lines.lines, lines.granted);
  const causeHistoryId = recordPlacement(verb, option, 'place', input, before, answer, ruleVersion);
  if (option.state === 'waiting') await supersedeLetters(verb, option.id, ['waiting']);
  await tellTaken(verb, 'placement', facts, { optionId: option.id, causeHistoryId });
  if (input.remainder === 'wait' && product === null)
    await splitRemainder(verb, option, answer.lines, input.reason ?? null);
  return answer;
}

/** A performance nobody asked for, and a due date that was already told, are changed with a motive. */
async function needsMotive(verb: Verb, option: OptionRow, input: PlaceInput): Promise<boolean> {
  if (typeof input.confirmationDueAt === 'string' && option.state === 'placed') return true;
  if (typeof input.performanceId !== 'string' || input.performanceId === option.performance_id) return false;
  const choices = await readChoices(verb.db, option.id);
  return !choices.some((choice) => choice.performanceId === input.performanceId);
}

/** The history row of a placement, and the wake-up of the option's story. */
export function recordPlacement(
  verb: Verb,
  option: Pick<OptionRow, 'id' | 'organisation_id' | 'confirmation_due_at'> & {
    state: OptionRow['state'] | null;
  },
  name: 'place' | 'place-directly' | 'cancel-refusal' | 'reinstate',
  input: Pick<OptionVerbInput, 'reason' | 'override'>,
  before: OptionAnswer['lines'],
  answer: OptionAnswer,
  ruleVersion: string,
): string {
  verb.wake(processId.option(option.id));
  return verb.record({
    verb: name,
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    before:
      option.state === null
        ? null
        : { state: option.state, confirmationDueAt: option.confirmation_due_at, lines: before },
    after: {
      state: answer.state,
      confirmationDueAt: answer.confirmationDueAt,
      confirmationDueRule: answer.confirmationDueRule,
      lines: answer.lines,
      warnings: answer.warnings,
    },
    reason: input.override?.reason ?? input.reason ?? null,
    ruleVersion,
  });
}
