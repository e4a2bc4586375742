import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { moveOptions } from './writing/move-options.ts';
import type { ProgrammeAnswer, ProgrammeInput } from './writing/programme-input.ts';
import { putEvents } from './writing/put-events.ts';
import { putPerformances } from './writing/put-performances.ts';
import { putPrices } from './writing/put-prices.ts';
import { putSeasons } from './writing/put-seasons.ts';
import { putStock } from './writing/put-stock.ts';
import { putVenues } from './writing/put-venues.ts';

/**
 * Puts a programme into an organisation: venues with seat categories, seasons with activities, events, performances
 * with their stock and prices. What is missing is created, what differs is updated, the rest is left alone, and nothing
 * is ever removed; the same programme again changes nothing. Live options follow a performance that moves.
 * @throws Problem `request.notFound` (organisation) | `request.invalid` with the code that stands for nothing.
 */
export function writeProgramme(caller: VerbCaller, input: ProgrammeInput): Promise<ProgrammeAnswer> {
  return runVerb(caller, 'write-programme', input, (verb) => putProgramme(verb, input));
}

/** The same inside another verb's transaction. */
export async function putProgramme(verb: Verb, input: ProgrammeInput): Promise<ProgrammeAnswer> {
  const { organisationId } = input;
  await lockOrganisation(verb, organisationId);
  const venues = await putVenues(verb, organisationId, input.venues);
  const activities = await putSeasons(verb, organisationId, input.seasons, input.activities);
  const events = await putEvents(verb, organisationId, input.events, activities);
  const written = await putPerformances(verb, organisationId, input.performances, events, venues);
  await moveOptions(verb, written.moved);
  const repriced = await putPrices(verb, organisationId, written.all);
  const resized = await putStock(verb, organisationId, written.all);
  return count(input, written, (id) => repriced.has(id) || resized.has(id));
}

/** One programme at a time is written into an organisation. */
async function lockOrganisation(verb: Verb, organisationId: string): Promise<void> {
  const found = await verb.db
    .selectFrom('organisation')
    .select('id')
    .where('institution_id', '=', verb.institutionId)
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const { organisationIds } = verb.actor;
  const mine = organisationIds === 'all' || organisationIds.includes(organisationId);
  if (found === undefined || !mine) throw new Problem('request.notFound');
}

function count(
  input: ProgrammeInput,
  { all, created, updated }: Awaited<ReturnType<typeof putPerformances>>,
  seatsChanged: (performanceId: string) => boolean,
): ProgrammeAnswer {
  const changed = all.filter(
    (performance) =>
      !created.has(performance.input.externalId) &&
      (updated.has(performance.input.externalId) || seatsChanged(performance.id)),
  ).length;
  const { length } = input.performances;
  return { created: created.size, updated: changed, unchanged: length - created.size - changed };
}
