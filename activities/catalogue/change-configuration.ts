import { sql } from 'kysely';
import { configurationLetter } from '../../rules/options/performance-change.ts';
import { processId } from '../../rules/processes.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { oweLetters } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { beginChange, type GuidedAnswer, type GuidedInput } from './changing/begin-change.ts';
import { followChoices } from './changing/follow-choices.ts';
import type { ConcernedOption, PerformancePreview } from './changing/performance-preview.ts';
import { releasePlaces } from './changing/release-places.ts';
import { writeConfiguration } from './changing/write-configuration.ts';

/** Another configuration, agreed on a preview, and what is accepted of it. */
export interface ChangeConfigurationInput extends GuidedInput {
  configurationId: string;
  /** Takes back the placement of held options that do not fit; else they are in the way. */
  takeBack?: boolean | null;
  /** Accepts that validated and paid options get other seats; else they are in the way. */
  movePromised?: boolean | null;
  reason?: string | null;
}

/**
 * Gives a performance another configuration of its venue (verb `change-configuration`): what was previewed is done, in one
 * transaction. Seats, contingents, blocks and sales made elsewhere follow as `changeConfiguration` of
 * `rules/options/configuration-change` says; held options that find no place are to be placed again, those on products at
 * all their performances; what is promised for good is never taken back. Whoever knows their seats and gets others is owed
 * one letter.
 * @throws Problem `configuration.promisedUnfit`, `configuration.unfit`, `configuration.promisedMoves` with their counts, and
 *   those of `beginChange`.
 */
export async function changeConfiguration(
  caller: VerbCaller,
  input: ChangeConfigurationInput,
): Promise<GuidedAnswer> {
  return runVerb(caller, 'change-configuration', input, async (verb) => {
    const { performanceId, configurationId } = input;
    const change = { verb: 'change-configuration' as const, performanceId, configurationId };
    const { performance, concerned, configuration, preview } = await beginChange(verb, input, change);
    if (configuration === null) throw new RangeError('no configuration was drawn');
    assertAccepted(input, preview);
    const { version } = await verb.db
      .updateTable('performance')
      .set((update) => ({ configuration_id: configurationId, version: update('version', '+', 1) }))
      .where('id', '=', performanceId)
      .returning('version')
      .executeTakeFirstOrThrow();
    const reason = input.reason ?? null;
    verb.record({
      verb: 'change-configuration',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId: performance.organisationId,
      before: { configurationId: performance.configurationId, stock: capacities(preview, 'before') },
      after: {
        configurationId,
        stock: capacities(preview, 'after'),
        options: preview.configuration?.fates,
        blocks: preview.configuration?.blocks,
        sales: preview.configuration?.sales,
      },
      reason,
    });
    const rewritten = await writeConfiguration(verb, performanceId, configuration);
    const causes = recordChanges(verb, concerned, reason);
    await writeOptions(verb, performanceId, concerned, rewritten, causes);
    const letters = await writeToContacts(verb, performanceId, concerned, causes);
    return { version, options: causes.size, letters };
  });
}

/** Nothing that was promised is changed unless it was said and accepted. */
function assertAccepted(
  { takeBack, movePromised }: ChangeConfigurationInput,
  { configuration }: PerformancePreview,
): void {
  const { promisedUnfit = 0, unfit = 0, promisedMoves = 0 } = configuration ?? {};
  if (promisedUnfit > 0)
    throw new Problem('configuration.promisedUnfit', { values: { count: promisedUnfit } });
  if (unfit > 0 && takeBack !== true) throw new Problem('configuration.unfit', { values: { count: unfit } });
  if (promisedMoves > 0 && movePromised !== true)
    throw new Problem('configuration.promisedMoves', { values: { count: promisedMoves } });
}

function capacities({ configuration }: PerformancePreview, when: 'before' | 'after') {
  return configuration?.rows.map(({ seatCategoryId, contingentId, capacity }) => ({
    seatCategoryId,
    contingentId,
    capacity: capacity[when],
  }));
}

/**
 * Those taken back wait to be placed again, and give back what they have at other performances too; the others have a new
 * version where their places are written otherwise.
 */
async function writeOptions(
  verb: Verb,
  performanceId: string,
  concerned: readonly ConcernedOption[],
  rewritten: ReadonlySet<string>,
  causes: ReadonlyMap<string, string>,
): Promise<void> {
  const takenBack = concerned.filter(({ outcome }) => outcome.after !== outcome.before);
  const states = takenBack.map(({ outcome: { id, after } }) => ({ id, state: after }));
  const ended = new Set(states.map(({ id }) => id));
  if (states.length > 0) {
    await releasePlaces(verb, new Map([...causes].filter(([id]) => ended.has(id))), {
      elsewhereThan: performanceId,
    });
    await sql`
      update seat_option o set state = w.state, placed_quantity = 0, placed_at = null, decided_at = null,
        confirmation_due_at = null, confirmation_due_rule = null, due_plan = null, reminded_at = null, overdue_at = null, next_action_at = performance_starts_at,
        version = version + 1
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as w (id uuid, state text) where o.id = w.id`.execute(
      verb.db,
    );
    await standAsAsked(verb, [...ended]);
  }
  const others = [...rewritten].filter((id) => !ended.has(id));
  if (others.length > 0)
    await sql`update seat_option set version = version + 1 where id = any(${others}::uuid[])`.execute(
      verb.db,
    );
}

/** What holds nothing any more of a product stands for the earliest of the performances it asks for. */
async function standAsAsked(verb: Verb, optionIds: readonly string[]): Promise<void> {
  await followChoices(verb, optionIds);
  await sql`
    update seat_option o set performance_id = p.id, performance_starts_at = p.starts_at, next_action_at = p.starts_at
    from option_choice c join performance p on p.id = c.performance_id
    where o.id = any(${[...optionIds]}::uuid[]) and o.kind = 'product' and c.option_id = o.id and c.rank = 0`.execute(
    verb.db,
  );
}

/** One history row for each option whose places change; answers them by option. */
function recordChanges(
  verb: Verb,
  concerned: readonly ConcernedOption[],
  reason: string | null,
): ReadonlyMap<string, string> {
  return new Map(
    concerned.flatMap(({ option, outcome, places }) => {
      const letter = places !== null && configurationLetter(option, places) !== null;
      if (places === null || ((places.fate === 'kept' || places.fate === 'none') && !letter)) return [];
      verb.wake(processId.option(option.id));
      const side = (state: string, dueAt: string | null, quantity: number, seats: readonly NamedSeat[]) => ({
        state,
        confirmationDueAt: dueAt,
        placedQuantity: quantity,
        seats,
      });
      const historyId = verb.record({
        verb: 'change-configuration',
        subjectType: 'option',
        subjectId: option.id,
        organisationId: option.organisationId,
        before: side(outcome.before, outcome.due.before, option.placedQuantity, places.seatsBefore),
        after: side(
          outcome.after,
          outcome.due.now,
          outcome.after === outcome.before ? option.placedQuantity : 0,
          places.seatsAfter,
        ),
        reason,
      });
      return [[option.id, historyId] as const];
    }),
  );
}

/** One letter each; one about an earlier change that has not left is superseded, and this one speaks of the seats they know. */
async function writeToContacts(
  verb: Verb,
  performanceId: string,
  concerned: readonly ConcernedOption[],
  causes: ReadonlyMap<string, string>,
): Promise<number> {
  const told = concerned.flatMap(({ option, places }) => {
    const now = places === null ? null : configurationLetter(option, places);
    return places === null || now === null ? [] : [{ option, places, now }];
  });
  const ids = told.map(({ option }) => option.id);
  const known = await knownSeats(verb, ids, performanceId);
  await supersedeLetters(verb, ids, ['configuration-changed'], performanceId);
  await supersedeLetters(verb, ids, ['reminder']);
  await oweLetters(
    verb,
    told.map(({ option, places, now }) => ({
      kind: 'configuration-changed' as const,
      optionId: option.id,
      orderId: option.order?.id ?? null,
      causeHistoryId: causes.get(option.id) ?? '',
      lines: now === 'asked' ? ('asked' as const) : ('granted' as const),
      performanceId,
      only: now !== 'asked',
      reseated: {
        before: now === 'asked' ? [] : [...(known.get(option.id) ?? places.seatsBefore)],
        now,
      },
    })),
  );
  return told.length;
}

/** The seats at the performance contacts know, where the letter about an earlier change has not left. */
async function knownSeats(
  verb: Verb,
  optionIds: readonly string[],
  performanceId: string,
): Promise<ReadonlyMap<string, NamedSeat[]>> {
  const { rows } = await sql<{ optionId: string; seats: NamedSeat[] }>`
    select option_id as "optionId", snapshot->'reseated'->'before' as seats from letter
    where option_id = any(${[...optionIds]}::uuid[]) and kind = 'configuration-changed' and state = 'owed'
      and snapshot->'reseated'->>'now' <> 'asked'
      and coalesce(snapshot->'performance'->>'id', ${performanceId}) = ${performanceId}`.execute(verb.db);
  return new Map(rows.map(({ optionId, seats }) => [optionId, seats]));
}
