import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { meetOption } from '../../activities/options/meet-option.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import { presentOwnOption } from '../../api/contact-space/presenter.ts';
import { readContactOption } from '../../database/read-models/contact-options.ts';
import { axes, optionLabels } from '../../rules/options/labels.ts';
import { type ActingVerb, acts } from '../activities/options/support/verbs.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';

/**
 * The example of seed 004: option no 21 on 10 January 2016 at 20:00, 19 tickets (12 and 7 in two categories), asked for on
 * Thursday 23 July 2015 and due ten days after its placement, on Sunday 2 August 2015. Told at the seed's own dates.
 */
const asked = '2015-07-23T08:30:00.000Z';
const performance = '2016-01-10T19:00:00.000Z';
const dueAt = '2015-08-02T21:59:59.999Z';
const before = 20;

const words = optionLabels.fr;
let test: TestDatabase;
let house: House;
let requests = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createHouse(test.url, { startsAt: [performance] });
});
afterAll(async () => {
  await house.close();
  await test.drop();
});

const request = () => ({
  contactId: house.structureId,
  performanceId: house.performanceId,
  lines: [
    { seatCategoryId: house.seatCategoryIds[0] ?? '', quantity: 12 },
    { seatCategoryId: house.seatCategoryIds[1] ?? '', quantity: 7 },
  ],
});

/** Nineteen tickets asked for, with what people do on their days; each step tells what operator and contact read. */
async function ask() {
  requests += 1;
  const { id: optionId, number } = await requestOption(house.caller(`request-${requests}`, asked), request());
  const read = async () => {
    const { state, ...row } = await house.database.read(house.institutionId, (db) =>
      db
        .selectFrom('seat_option')
        .select(['state', 'confirmation_due_at as dueAt', 'overdue_at as overdueAt'])
        .where('id', '=', optionId)
        .executeTakeFirstOrThrow(),
    );
    const scope = { institutionId: house.institutionId, organisationIds: 'all' as const };
    const own = await house.database.read(house.institutionId, (db) =>
      readContactOption(db, scope, { holderId: house.structureId, id: optionId }),
    );
    if (own === null) throw new Error('the contact does not find the option');
    const { places, statusText } = presentOwnOption(own, 'fr');
    const axis = axes(state);
    const seen =
      axis === null ? [words.states[state]] : [words.decisions[axis.decision], words.progress[axis.progress]];
    return { ...row, places, operator: seen.join(' / '), contact: statusText };
  };
  const act = async (verb: ActingVerb, on: string, reason = 'Convenu au téléphone') => {
    await acts[verb](house.caller(`${verb}-${on}-${requests}`, on), { optionId, reason }, request());
    return read();
  };
  return { optionId, number, read, act };
}

describe('option no 21 of the seed', () => {
  it('is told to operator and contact in the seed’s words, at each step of its life', async () => {
    for (let other = 0; other < before; other += 1) await ask();
    const option = await ask();
    expect(option.number).toBe(21);
    expect(await option.read()).toEqual({
      operator: 'Demandée / Non posée',
      contact: 'Transmise',
      places: 19,
      dueAt: null,
      overdueAt: null,
    });
    const placed = { operator: 'Posée / En cours', contact: 'En cours de traitement', places: 19, dueAt };
    expect(await option.act('place', '2015-07-23T14:00:00.000Z')).toMatchObject(placed);
    // a refusal that is not validated is reversible, and the contact knows nothing of it
    const refused = { operator: 'Refusée / En cours', contact: 'En cours de traitement', places: 19 };
    expect(await option.act('refuse', '2015-07-24T08:00:00.000Z')).toMatchObject(refused);
    expect(await option.act('cancel-refusal', '2015-07-24T09:00:00.000Z')).toMatchObject(placed);
    // the waiting list is told by its letter, which has not left
    expect(await option.act('refuse', '2015-07-25T08:00:00.000Z')).toMatchObject(refused);
    expect(await option.act('wait', '2015-07-25T08:05:00.000Z')).toMatchObject({
      operator: 'En attente / Non posée',
      contact: 'En cours de traitement',
    });
    expect(await option.act('leave-waiting', '2015-07-26T08:00:00.000Z')).toMatchObject(refused);
    expect(await option.act('cancel-refusal', '2015-07-26T08:05:00.000Z')).toMatchObject(placed);
    const accepted = 'Acceptée – à régler avant le 02/08/2015 23:59';
    expect(await option.act('confirm', '2015-07-27T08:00:00.000Z')).toMatchObject({
      operator: 'Posée / Validée',
      contact: accepted,
      places: 19,
    });
    expect(await option.act('cancel-confirmation', '2015-07-28T08:00:00.000Z')).toMatchObject(placed);
    expect(await option.act('confirm', '2015-07-28T09:00:00.000Z')).toMatchObject({ contact: accepted });
    expect(await option.act('firm', '2015-07-29T08:00:00.000Z')).toMatchObject({
      operator: 'Posée / Ferme',
      contact: accepted,
    });
    expect(await option.act('resume', '2015-07-30T08:00:00.000Z')).toMatchObject({
      operator: 'Posée / Validée',
      contact: 'Réglée',
      places: 19,
    });
  });

  it('is overdue after its date and may still be validated by an operator; refused for good, it may be opened again', async () => {
    const option = await ask();
    await option.act('place', '2015-07-23T14:00:00.000Z');
    const meet = { optionId: option.optionId, dueAt };
    expect(await meetOption({ ...house.system('due'), now: dueAt }, meet)).toEqual({ outcome: 'flagged' });
    expect(await option.read()).toMatchObject({
      operator: 'Posée / En cours',
      contact: 'En cours de traitement',
      overdueAt: dueAt,
    });
    expect(await option.act('confirm', '2015-08-03T08:00:00.000Z')).toMatchObject({
      operator: 'Posée / Validée',
    });
    const refused = await ask();
    await refused.act('refuse', '2015-07-24T08:00:00.000Z');
    expect(await refused.act('confirm-refusal', '2015-07-24T08:05:00.000Z')).toMatchObject({
      operator: 'Refusée / Validée',
      contact: 'Refusée',
    });
    expect(await refused.act('cancel-confirmation', '2015-07-24T09:00:00.000Z')).toMatchObject({
      operator: 'Refusée / En cours',
      contact: 'En cours de traitement',
    });
    const late = await ask();
    expect(await late.act('withdraw', '2015-07-24T08:00:00.000Z')).toMatchObject({
      operator: 'Retirée',
      contact: 'Annulée',
    });
  });
});
