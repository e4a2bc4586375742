import { sql } from 'kysely';
import { processId } from '../../rules/processes.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { lastStart, readChoices } from './choices.ts';
import { answerOf } from './decide-option.ts';
import { lockOption, type OptionRow, type OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { readLines } from './option-lines.ts';
import { twinProposal } from './twin-proposal.ts';

/** Which option is linked with which. */
export interface LinkTwinInput extends OptionVerbInput {
  twinId: string;
}

/**
 * Links two options of one organisation as twins (verb `link-twin`, seed 004 « Options jumelles »): from then on what is done to
 * one is proposed for the other. An option has one twin. Linked already, nothing changes.
 * @throws Problem `request.notFound` | `record.version` | `twin.itself` | `twin.taken`.
 */
export async function linkTwin(caller: VerbCaller, input: LinkTwinInput): Promise<OptionAnswer> {
  return runVerb(caller, 'link-twin', input, async (verb) => {
    const [option, twin] = await lockBoth(verb, input, input.twinId);
    if (option.twin_of === twin.id) return standing(verb, option);
    if (option.twin_of !== null || twin.twin_of !== null) throw new Problem('twin.taken');
    await writeTwins(verb, 'link-twin', input, [
      [option, twin.id],
      [twin, option.id],
    ]);
    return standing(verb, { ...option, twin_of: twin.id, version: option.version + 1 });
  });
}

/**
 * Unlinks an option from its twin (verb `unlink-twin`); both stay as they are. Without a twin nothing changes.
 * @throws Problem `request.notFound` | `record.version`.
 */
export async function unlinkTwin(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'unlink-twin', input, async (verb) => {
    const known = await verb.db
      .selectFrom('seat_option')
      .select('twin_of as twinId')
      .where('id', '=', input.optionId)
      .executeTakeFirst();
    const twinId = known?.twinId ?? null;
    if (twinId === null) return standing(verb, await lockOption(verb, input));
    const [option, twin] = await lockBoth(verb, input, twinId);
    if (option.twin_of !== twin.id) return standing(verb, option);
    await writeTwins(verb, 'unlink-twin', input, [
      [option, null],
      [twin, null],
    ]);
    return standing(verb, { ...option, twin_of: null, version: option.version + 1 });
  });
}

/** Options are locked in the order of their ids. Twins may be of either kind. */
async function lockBoth(
  verb: Verb,
  input: OptionVerbInput,
  twinId: string,
): Promise<[option: OptionRow, twin: OptionRow]> {
  await sql`select 1 from seat_option where id in (${input.optionId}, ${twinId}) order by id for update`.execute(
    verb.db,
  );
  const option = await lockOption(verb, input);
  if (option.id === twinId) throw new Problem('twin.itself');
  const twin = await lockOption(verb, { optionId: twinId });
  if (twin.organisation_id !== option.organisation_id)
    throw new Problem('request.notFound', { errors: [{ path: 'twinId', code: 'field.reference' }] });
  return [option, twin];
}

async function writeTwins(
  verb: Verb,
  name: 'link-twin' | 'unlink-twin',
  input: Pick<OptionVerbInput, 'reason'>,
  rows: readonly (readonly [option: OptionRow, twinId: string | null])[],
): Promise<void> {
  for (const [option, twinId] of rows) {
    await verb.db
      .updateTable('seat_option')
      .set({ twin_of: twinId, version: option.version + 1 })
      .where('id', '=', option.id)
      .execute();
    verb.record({
      verb: name,
      subjectType: 'option',
      subjectId: option.id,
      organisationId: option.organisation_id,
      before: { twinId: option.twin_of },
      after: { twinId },
      reason: input.reason ?? null,
    });
    verb.wake(processId.option(option.id));
  }
}

/** The option as it stands, with its twin and nothing proposed. */
async function standing(verb: Verb, option: OptionRow): Promise<OptionAnswer> {
  const lines = await readLines(verb.ask, option.id);
  const past = lastStart(await readChoices(verb.db, option.id));
  return answerOf(option, lines, lines.granted, past, verb.now, {
    twin: await twinProposal(verb, option, 'change'),
  });
}
