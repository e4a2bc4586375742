import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { advanceImpact } from '../../activities/authorisation/impact.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let manager: Browser;
let owner: pg.Client;

/** Twenty in the evening in Paris, on a Saturday and the Sunday after it, some weeks ahead. */
function weekend(): [string, string] {
  const saturday = new Date(Date.now() + 40 * 86_400_000);
  saturday.setUTCDate(saturday.getUTCDate() + ((6 - saturday.getUTCDay() + 7) % 7));
  saturday.setUTCHours(19, 0, 0, 0);
  return [saturday.toISOString(), new Date(saturday.getTime() + 86_400_000).toISOString()];
}

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { startsAt: weekend(), capacity: 500 });
  other = await createHouse(database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  api = await startApi(database.url);
  manager = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await owner.end();
  await house.close();
  await other.close();
  await database.drop();
});

const type = (code: string) => house.institution.collectivityTypes[code]!;
const sixtyOnSaturdays = (most = 60) => ({
  code: 'cse-samedi',
  name: `CSE : au plus ${most} places le samedi`,
  scope: 'collectivity-type',
  scopeId: type('CSE'),
  moments: ['request', 'placement'],
  outcome: 'refuse',
  priority: 0,
  conditions: {
    all: [
      { fact: 'place.weekday', operator: 'equal', value: 'saturday' },
      { fact: 'contact.performanceTotal', operator: 'greaterThan', value: most },
    ],
  },
});

const ask = (quantity: number, more: Record<string, unknown> = {}) =>
  manager.post('/api/options', {
    contactId: house.structureId,
    performanceId: house.performanceIds[0],
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
    ...more,
  });

async function draft(rules: unknown[], note = ''): Promise<string> {
  const made = await manager.post('/api/rule-sets', { organisationId: house.organisationId, note, rules });
  expect(made.status).toBe(201);
  return made.body.id;
}

/** Has an impact worked out, as its story does. */
async function simulate(id: string, requests = 500) {
  const asked = await manager.post(`/api/rule-sets/${id}/impact`, { requests });
  expect(asked.status).toBe(202);
  const { impactId } = asked.body;
  while ((await advanceImpact(house.system(), { impactId })).more);
  return (await manager.get(`/api/rule-sets/${id}/impact`)).body.impact;
}

/** Without what keeps signs of French with their word. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const publish = (id: string, body: Record<string, unknown> = {}) =>
  manager.post(`/api/rule-sets/${id}/publish`, body);

let first: string;

describe('a house’s own rules', () => {
  it('are told each fault with its place, and name nothing beyond the wall', async () => {
    const write = (rules: unknown[]) =>
      manager.post('/api/rule-sets', { organisationId: house.organisationId, rules });
    const faulty = await write([
      { ...sixtyOnSaturdays(), outcome: 'allow' },
      { ...sixtyOnSaturdays(), code: 'b', conditions: { all: [] } },
    ]);
    expect([faulty.status, faulty.body.errors]).toEqual([
      400,
      [
        expect.objectContaining({ path: 'rules.0.outcome', code: 'field.choice' }),
        expect.objectContaining({
          path: 'rules.1.conditions.all',
          code: 'rule.groupEmpty',
          message: expect.stringMatching(/toujours vrai/),
        }),
      ],
    ]);
    const foreign = await write([{ ...sixtyOnSaturdays(), scope: 'season', scopeId: other.seasonId }]);
    expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([404, 'rules.0.scopeId']);
    const away = await signedIn(api.url, other);
    first = await draft([sixtyOnSaturdays()], 'Les samedis');
    for (const path of ['', '/rules', '/impact'])
      expect([path, (await away.get(`/api/rule-sets/${first}${path}`)).body.impact ?? 404]).toEqual([
        path,
        404,
      ]);
    expect((await away.post(`/api/rule-sets/${first}/impact`)).status).toBe(404);
  });

  it('count for nothing before they are published, and are published only after their impact', async () => {
    for (const quantity of [61, 80, 10]) expect((await ask(quantity)).status).toBe(201);
    expect((await publish(first)).body.code).toBe('rules.state');
    const impact = await simulate(first);
    expect(impact).toMatchObject({ state: 'done', fresh: true, done: 6, total: 6 });
    // the second and third request come on top of those that await an answer
    expect(impact.counts).toMatchObject({ requests: 3, options: 3, flippedRequests: 3, becomeRefused: 6 });
    expect(impact.flips[0]).toMatchObject({
      of: 'request',
      quantity: 10,
      before: { outcome: 'authorised', reasons: [] },
      after: { outcome: 'refused', reasons: [expect.stringMatching(/151 .*dépasse 60/)] },
    });
    expect((await manager.get(`/api/rule-sets/${first}`)).body).toMatchObject({
      state: 'simulated',
      number: 1,
    });
    await manager.put(
      `/api/rule-sets/${first}`,
      null,
      { rules: [sixtyOnSaturdays(50)] },
      { 'if-match': '"2"' },
    );
    expect((await publish(first)).body.code).toBe('rules.state');
    await manager.put(
      `/api/rule-sets/${first}`,
      null,
      { rules: [sixtyOnSaturdays()] },
      { 'if-match': '"3"' },
    );
    expect((await manager.get(`/api/rule-sets/${first}/impact`)).body.impact.fresh).toBe(false);
    await simulate(first);
    const published = await publish(first, { reason: 'Décidé en réunion' });
    expect([published.status, published.body]).toEqual([
      200,
      expect.objectContaining({ state: 'published', inForce: true, ruleCount: 1 }),
    ]);
  });

  it('refuse with their numbers, with what would pass and with who could allow it', async () => {
    const contact = await manager.post('/api/contacts', {
      kind: 'structure',
      name: 'Comité des Tilleuls',
      collectivityTypeId: type('CSE'),
    });
    const contactId = contact.body.id;
    expect((await ask(48, { contactId })).status).toBe(201);
    const refused = await ask(20, { contactId });
    expect([refused.status, refused.body.code]).toEqual([422, 'authorisation.refused']);
    expect(plain(refused.body.reasons[0].message)).toBe(
      '« CSE : au plus 60 places le samedi » : le jour de la séance est samedi ; le total du contact à la séance est 68 (0 détenue, 48 en attente de réponse, 20 demandées) et dépasse 60.',
    );
    expect(refused.body.remedies).toEqual({
      passing: expect.stringMatching(/^12 places ou le \d+\S* \S+ \d{4}\s(à|,)?\s?20:00$/),
      quantity: 12,
      allowedBy: 'Administration',
    });
    expect((await ask(12, { contactId })).status).toBe(201);
    const { rows: kept } = await owner.query<{ outcome: string; optionId: string | null }>(
      `select outcome, option_id as "optionId" from decided_request where contact_id = $1 order by id`,
      [contactId],
    );
    expect(kept.map(({ outcome, optionId }) => [outcome, optionId !== null])).toEqual([
      ['authorised', true],
      ['refused', false],
      ['authorised', true],
    ]);
    const placed = await ask(61, { contactId, place: true });
    expect([placed.status, placed.body.code]).toEqual([422, 'authorisation.refused']);
    expect(placed.body.remedies).toMatchObject({ quantity: 60, allowedBy: 'Administration' });
  });

  it('are tried on a made-up request and on an option, and nothing is written', async () => {
    const id = await draft([{ ...sixtyOnSaturdays(5), outcome: 'warn' }]);
    const tried = await manager.post(`/api/rule-sets/${id}/dry-run`, {
      moment: 'placement',
      contactId: house.structureId,
      performanceId: house.performanceIds[0],
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 61 }],
    });
    expect(tried.body).toMatchObject({
      moment: 'placement',
      inForce: { outcome: 'refused', reasons: [{ rule: 'cse-samedi' }] },
      version: { outcome: 'warned' },
    });
    const [option] = (await manager.list('options', { filter: { contactId: house.structureId } })).body;
    const again = await manager.post(`/api/rule-sets/${id}/dry-run`, { optionId: option.id });
    expect(again.body).toMatchObject({ moment: 'request', version: { outcome: 'warned' } });
    const now = (moment: string) =>
      manager.post(`/api/rule-sets/${id}/dry-run`, { optionId: option.id, moment });
    const placed = await now('placement');
    expect(placed.body).toMatchObject({
      moment: 'placement',
      quantity: option.requestedQuantity,
      performances: [{ id: house.performanceIds[0] }],
      version: { outcome: 'warned', reasons: [{ rule: 'cse-samedi' }] },
    });
    // at request what awaits an answer counts too, but never the option itself
    const total = (body: typeof placed.body) => /séance est (\d+)/.exec(body.version.reasons[0].message)?.[1];
    const requested = await now('request');
    expect([total(placed.body), total(requested.body)]).toEqual([String(option.requestedQuantity), '151']);
    expect((await now('confirmation')).body).toMatchObject({ version: { outcome: 'authorised' } });
    expect(
      (await manager.post(`/api/rule-sets/${id}/dry-run`, { optionId: other.performanceId })).status,
    ).toBe(404);
    expect((await now('sale')).status).toBe(400);
    expect((await manager.remove(`/api/rule-sets/${id}`, 1)).status).toBe(200);
  });

  it('of the distribution are written, checked and tried, and asked about no option', async () => {
    const refusing = { ...sixtyOnSaturdays(5), moments: ['distribution'] };
    const id = await draft([refusing]);
    const { rows } = await owner.query<{ moments: string[] }>(
      'select moments from managed_rule where rule_set_id = $1',
      [id],
    );
    expect(rows).toEqual([{ moments: ['distribution'] }]);
    const faulty = { ...refusing, conditions: { all: [{ fact: 'toString', operator: 'equal', value: 1 }] } };
    const refused = await manager.post('/api/rule-sets', {
      organisationId: house.organisationId,
      rules: [faulty],
    });
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([400, 'rule.factUnknown']);
    const tryAt = async (moment: string) => {
      const answer = await manager.post(`/api/rule-sets/${id}/dry-run`, {
        moment,
        contactId: house.structureId,
        performanceId: house.performanceIds[0],
        lines: [{ seatCategoryId: house.seatCategoryId, quantity: 6 }],
      });
      return answer.body.version.outcome;
    };
    expect([await tryAt('distribution'), await tryAt('placement'), await tryAt('confirmation')]).toEqual([
      'refused',
      'authorised',
      'authorised',
    ]);
    expect((await manager.remove(`/api/rule-sets/${id}`, 1)).status).toBe(200);
  });

  it('are never changed once published, and rolled back as a new version', async () => {
    const changed = await manager.put(`/api/rule-sets/${first}`, null, { rules: [] }, { 'if-match': '"6"' });
    expect([changed.status, changed.body.code]).toEqual([409, 'rules.state']);
    await expect(
      owner.query(`update managed_rule set priority = 1 where rule_set_id = $1`, [first]),
    ).rejects.toThrow(/published rules do not change/);
    const second = await draft([sixtyOnSaturdays(600)], 'Plus souple');
    await simulate(second);
    expect((await publish(second)).body).toMatchObject({ number: 2, inForce: true });
    expect((await manager.get(`/api/rule-sets/${first}`)).body).toMatchObject({
      state: 'superseded',
      inForce: false,
    });
    expect((await ask(61)).status).toBe(201);
    const back = await manager.post(`/api/rule-sets/${second}/roll-back`, { reason: 'Trop souple' });
    expect(back.body).toMatchObject({ number: 3, basedOnId: first, state: 'published', inForce: true });
    expect((await ask(61)).body.code).toBe('authorisation.refused');
    const none = await manager.post(`/api/rule-sets/${back.body.id}/roll-back`, {
      toId: null,
      reason: 'Tout lever',
    });
    expect(none.body).toMatchObject({ number: 4, ruleCount: 0 });
    expect((await ask(61)).status).toBe(201);
  });

  it('count from their date on', async () => {
    const id = await draft([sixtyOnSaturdays()]);
    await simulate(id);
    const effectiveAt = new Date(Date.now() + 86_400_000).toISOString();
    expect((await publish(id, { effectiveAt })).body).toMatchObject({
      state: 'published',
      inForce: false,
      effectiveAt,
    });
    expect((await ask(61)).status).toBe(201);
  });

  it('are published by a second person where the house says so', async () => {
    const path = `/api/organisations/${house.organisationId}`;
    const { version } = (await manager.get(path)).body;
    expect((await manager.put(path, version, { rulesSecondPerson: true })).status).toBe(200);
    const id = await draft([sixtyOnSaturdays()]);
    await simulate(id);
    expect((await publish(id)).body.code).toBe('rules.secondPerson');
  });

  it('stop being simulated when somebody says so', async () => {
    const id = await draft([sixtyOnSaturdays()]);
    const { impactId } = (await manager.post(`/api/rule-sets/${id}/impact`, { requests: 1 })).body;
    expect((await advanceImpact(house.system(), { impactId })).more).toBe(true);
    expect((await manager.post(`/api/rule-sets/${id}/cancel-impact`)).body).toEqual({ cancelled: true });
    expect((await advanceImpact(house.system(), { impactId })).more).toBe(false);
    expect((await manager.get(`/api/rule-sets/${id}/impact`)).body.impact).toMatchObject({
      state: 'cancelled',
      done: 1,
    });
  });
});

describe('a warning', () => {
  it('is gone past with a motive, by who may, and the motive is kept', async () => {
    await manager.put(`/api/organisations/${house.organisationId}`, 2, { rulesSecondPerson: false });
    const id = await draft([{ ...sixtyOnSaturdays(), outcome: 'warn' }]);
    await simulate(id);
    expect((await publish(id)).status).toBe(200);
    const warned = await ask(61);
    expect([warned.status, warned.body.code]).toEqual([422, 'authorisation.warned']);
    expect(warned.body.remedies).toMatchObject({
      quantity: null,
      allowedBy: expect.stringContaining('Administration'),
    });
    const passed = await ask(61, { override: { reason: 'Accord de la direction' } });
    expect(passed.status).toBe(201);
    const { rows } = await owner.query<{ reason: string; rule_version: string }>(
      `select reason, rule_version from history where subject_id = $1 and verb = 'request'`,
      [passed.body.id],
    );
    expect(rows[0]).toMatchObject({
      reason: 'Accord de la direction',
      rule_version: expect.stringMatching(/^shipped-\d+[+]\d+$/),
    });
  });
});
