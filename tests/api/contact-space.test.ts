import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createContact } from '../../activities/contacts/create-contact.ts';
import { salesChannelRecords } from '../../activities/records/kinds/channels.ts';
import { optionProfileRecords } from '../../activities/records/kinds/option-profiles.ts';
import { createRecord } from '../../activities/records/write-record.ts';
import type { RunningApi } from '../../api/server.ts';
import { isAccessSnapshot } from '../../rules/letters/access-letter.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let client: pg.Pool;
let api: RunningApi;
let house: House;
let other: House;
let operator: Browser;
/** The relay of the works council, and a second works council with a relay of its own. */
let relayId: string;
let relay: Browser;
let neighbour: Browser;

const space = '/api/contact-space';
const minimum = 5;

/** An internet channel for companies, with a profile that asks for five places in each category. */
async function openOnline(of: House): Promise<void> {
  const channel = await createRecord(of.system(), salesChannelRecords, {
    organisationId: of.organisationId,
    code: 'WEB-CE',
    name: 'Espace entreprises',
    kind: 'internet-company',
    structureAudienceCategoryId: of.institution.audienceCategories.OCCASIONNELLE ?? null,
    individualAudienceCategoryId: of.institution.audienceCategories.INDIVIDUEL ?? null,
    contingents: [{ contingentId: of.contingentId, rank: 1 }],
  });
  await createRecord(of.system(), optionProfileRecords, {
    organisationId: of.organisationId,
    code: 'CE-EN-LIGNE',
    name: 'Profil secret des CE',
    kind: 'seats',
    state: 'validated',
    minimumQuantity: minimum,
    channelIds: [channel.id],
    seatCategoryIds: [of.seatCategoryId],
  });
}

async function numberOf(id: string): Promise<number> {
  const { rows } = await client.query<{ number: number }>('select number from contact where id = $1', [id]);
  return rows[0]?.number ?? 0;
}

/** The letters with a link that an address was owed, the newest first. */
async function linksTo(email: string): Promise<string[]> {
  const { rows } = await client.query(
    `select snapshot from letter where kind = 'access' and recipient = $1 order by number desc`,
    [email],
  );
  return rows.flatMap(({ snapshot }) => (isAccessSnapshot(snapshot) ? (snapshot.access.link ?? []) : []));
}

function ask(browser: Browser, number: number, email: string) {
  return browser.post(`${space}/links`, { number, email });
}

const tokenIn = (link: string | undefined) => link?.split('#acces=')[1] ?? '';

/** Comes in as a contact: asks for a link, and shows what came by mail. */
async function comesIn(contactId: string, email: string): Promise<Browser> {
  const browser = openBrowser(api.url);
  expect((await ask(browser, await numberOf(contactId), email)).status).toBe(202);
  const [link] = await linksTo(email);
  expect(await browser.post(`${space}/session`, { token: tokenIn(link) })).toMatchObject({ status: 200 });
  return browser;
}

async function addRelay(of: House, structureId: string, email: string): Promise<string> {
  const { id } = await createContact(of.system(), {
    kind: 'individual',
    name: 'Relais Essai',
    email,
    structureId,
  });
  return id;
}

const wish = (more: object = {}) => ({
  performanceId: house.performanceId,
  lines: [{ seatCategoryId: house.seatCategoryId, quantity: 19 }],
  ...more,
});

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Pool({ connectionString: database.url, max: 2 });
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  await openOnline(house);
  await openOnline(other);
  api = await startApi(database.url);
  operator = await signedIn(api.url, house);
  relayId = await addRelay(house, house.structureId, 'relais@ateliers.test');
  const { id: council } = await createContact(house.system(), {
    kind: 'structure',
    name: 'CSE des Docks',
    email: 'cse@docks.test',
  });
  relay = await comesIn(house.structureId, 'Relais@Ateliers.test'.toLowerCase());
  neighbour = await comesIn(council, 'cse@docks.test');
}, 60_000);

afterAll(async () => {
  await api.stop();
  await Promise.all([house.close(), other.close(), client.end()]);
  await database.drop();
});

describe('the door', () => {
  it('answers the same whoever asks, and writes only to whom the number and the address stand for', async () => {
    const stranger = openBrowser(api.url);
    const number = await numberOf(house.structureId);
    const before = (await client.query('select count(*) from letter')).rows[0];
    for (const [asked, email] of [
      [number, 'nobody@ateliers.test'],
      [number + 5_000, 'relais@ateliers.test'],
      [await numberOf(house.individualId), 'maelle.perrin@contacts.test'], // no channel for individuals here
    ] as const) {
      expect(await ask(stranger, asked, email)).toMatchObject({ status: 202, body: { ok: true } });
    }
    expect((await client.query('select count(*) from letter')).rows[0]).toEqual(before);
    expect(await ask(stranger, number, 'RELAIS@ateliers.test')).toMatchObject({
      status: 202,
      body: { ok: true },
    });
    expect(await linksTo('relais@ateliers.test')).toHaveLength(2);
    await client.query(`update contact set no_letters_reason = 'Ne plus écrire' where id = $1`, [relayId]);
    await ask(stranger, await numberOf(relayId), 'relais@ateliers.test');
    expect(await linksTo('relais@ateliers.test')).toHaveLength(3);
    await client.query('update contact set no_letters_reason = null where id = $1', [relayId]);
  });

  it('opens once, within half an hour, by POST only, and keeps no token', async () => {
    const [link = ''] = await linksTo('relais@ateliers.test');
    const token = tokenIn(link);
    const visitor = openBrowser(api.url);
    expect(link).toMatch(/^http:\/\/localhost:3000\/contact-space\/#acces=[\w-]{43}$/);
    expect((await visitor.get(`${space}/session?token=${token}`)).status).not.toBe(200);
    const elsewhere = await fetch(`${api.url}${space}/session`, { method: 'POST' });
    expect(elsewhere.status).toBe(403);
    const opened = await visitor.post(`${space}/session`, { token });
    expect(opened.headers.get('set-cookie')).toMatch(
      /placet-contact=[\w-]{43}; Max-Age=43200;.*HttpOnly; SameSite=Strict/,
    );
    expect(await visitor.get(`${space}/session`)).toMatchObject({
      body: { actsFor: 'CSE des Ateliers du Rhône', houses: ['Théâtre des Essais'] },
    });
    const again = await openBrowser(api.url).post(`${space}/session`, { token });
    expect(again).toMatchObject({ status: 401, body: { code: 'access.link' } });
    const [late] = (await linksTo('cse@docks.test')).slice(0, 1);
    await ask(visitor, await numberOf(house.structureId), 'relais@ateliers.test');
    const [fresh] = await linksTo('relais@ateliers.test');
    await client.query(`update contact_access set expires_at = now() where used_at is null`);
    for (const old of [late, fresh])
      expect((await visitor.post(`${space}/session`, { token: tokenIn(old) })).body.code).toBe('access.link');
    const kept = await client.query(
      `select string_agg(t::text, ' ') as all from (select row_to_json(a) as t from contact_access a
        union all select row_to_json(s) from contact_session s union all select row_to_json(h) from history h
        union all select row_to_json(v) from verb_call v) t`,
    );
    expect(kept.rows[0].all).not.toContain(token);
  });

  it('shows no letter with a link to operators, and sends none a second time', async () => {
    const { body: letters } = await operator.list('letters', { filter: { kind: 'access' } });
    expect(JSON.stringify(letters)).not.toContain('#acces');
    for (const part of ['html', 'message', 'document'])
      expect((await operator.get(`/api/letters/${letters[0].id}/${part}`)).status).toBe(404);
    await client.query(`update letter set state = 'failed' where id = $1`, [letters[0].id]);
    expect((await operator.post(`/api/letters/${letters[0].id}/resend`)).body.code).toBe('letter.state');
  });

  it('takes neither the other side’s session', async () => {
    for (const [method, path] of [
      ['GET', `${space}/session`],
      ['GET', `${space}/options`],
      ['GET', `${space}/events`],
      ['POST', `${space}/options`],
    ] as const)
      expect((await operator.ask(method, path, method === 'POST' ? { body: wish() } : {})).status).toBe(401);
    for (const path of [
      '/api/session',
      '/api/options',
      '/api/contacts',
      `/api/contacts/${house.structureId}`,
    ])
      expect((await relay.get(path)).status).toBe(401);
    expect((await relay.post('/api/options', { contactId: relayId, ...wish() })).status).toBe(401);
  });

  it('closes with a sign-out, and at once when the access has ended', async () => {
    const leaving = await comesIn(house.structureId, 'cse@ateliers.test');
    const { cookie } = leaving;
    expect((await leaving.remove(`${space}/session`, null)).status).toBe(200);
    leaving.cookie = cookie;
    expect((await leaving.get(`${space}/session`)).status).toBe(401);

    const soonGone = await addRelay(house, house.structureId, 'bientot@ateliers.test');
    const change = (statement: string) => client.query(statement, [soonGone]);
    for (const [end, back] of [
      [
        `update contact_link set ends_on = current_date - 1, starts_on = current_date - 2 where individual_id = $1`,
        `update contact_link set ends_on = null where individual_id = $1`,
      ],
      [
        `update contact s set acceptance = 'suspended' from contact_link l where l.structure_id = s.id and l.individual_id = $1`,
        `update contact s set acceptance = 'accepted' from contact_link l where l.structure_id = s.id and l.individual_id = $1`,
      ],
      [
        `update contact set email = null where id = $1`,
        `update contact set email = 'autre@ateliers.test' where id = $1`,
      ],
    ] as const) {
      await client.query(`update contact set email = 'bientot@ateliers.test' where id = $1`, [soonGone]);
      const inside = await comesIn(house.structureId, 'bientot@ateliers.test');
      await change(end);
      expect((await inside.get(`${space}/options`)).status).toBe(401);
      await change(back);
    }
  });

  it('lets nobody try for long', async () => {
    const stranger = openBrowser(api.url);
    const number = await numberOf(house.individualId);
    const answers: number[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      answers.push((await ask(stranger, number, 'limite@contacts.test')).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

describe('what a contact asks for', () => {
  it('is chosen from the programme open to them, by search, with the minimum of the profile', async () => {
    const { body: programme } = await relay.get(`${space}/events?q=ceris`);
    expect(programme).toMatchObject({
      events: [
        { id: house.eventId, name: 'La Cerisaie', performances: house.performanceIds.map((id) => ({ id })) },
      ],
      next: null,
    });
    expect((await relay.get(`${space}/events?q=tartuffe`)).body.events).toEqual([]);
    const { body: open } = await relay.get(`${space}/performances/${house.performanceId}`);
    expect(open.categories).toEqual([{ id: house.seatCategoryId, code: 'CAT1', name: 'CAT1', minimum }]);
    await client.query(`update performance set state = 'closed' where id = $1`, [house.performanceIds[1]]);
    expect((await relay.get(`${space}/events`)).body.events[0].performances).toHaveLength(1);
    await client.query(`update performance set state = 'open' where id = $1`, [house.performanceIds[1]]);
  });

  it('is taken through their channel under their own name, once, and shown to the operators as theirs', async () => {
    const key = { 'idempotency-key': 'once' };
    const body = wish({
      fallbackPerformanceIds: [house.performanceIds[1]],
      remark: 'Au parterre',
      acceptsUpgrade: true,
    });
    const made = await relay.post(`${space}/options`, body, key);
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'submitted', statusText: 'Transmise', places: 19, open: true, remark: 'Au parterre' },
    });
    expect((await relay.post(`${space}/options`, body, key)).body.id).toBe(made.body.id);
    const { body: row } = await operator.get(`/api/options/${made.body.id}`);
    expect(row).toMatchObject({
      contactId: relayId,
      structureId: house.structureId,
      channelName: 'Espace entreprises',
      state: 'requested',
    });
    const { body: history } = await operator.list('history', { filter: { subjectId: made.body.id } });
    expect(history[0]).toMatchObject({ verb: 'request', actorType: 'contact', actor: relayId });
    const { body: list } = await relay.get(`${space}/options`);
    expect(list.options[0]).toMatchObject({ number: made.body.number, eventName: 'La Cerisaie', places: 19 });
  });

  it('is refused with what they can change, and nothing of how the house decides', async () => {
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: minimum - 1 }];
    const few = await relay.post(`${space}/options`, wish({ lines }));
    expect(few).toMatchObject({
      status: 422,
      body: {
        code: 'online.refused',
        reasons: [{ code: 'online.minimum', message: 'Demandez au moins 5 places en CAT1.' }],
      },
    });
    const [, second = ''] = house.seatCategoryIds;
    const uncovered = await relay.post(
      `${space}/options`,
      wish({ lines: [{ seatCategoryId: second, quantity: 19 }] }),
    );
    expect(uncovered.body.reasons[0].code).toBe('online.category');
    expect(JSON.stringify([few.body, uncovered.body])).not.toMatch(
      /secret|Espace entreprises|allowedBy|remedies/,
    );
    expect((await relay.post(`${space}/options`, wish({ performanceId: other.performanceId }))).status).toBe(
      404,
    );
  });

  it('is answered in the language asked for, else in their own, of five', async () => {
    const speaking = (language: string) => ({ 'accept-language': language });
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: minimum - 1 }];
    const few = await relay.post(`${space}/options`, wish({ lines }), speaking('de-AT, en;q=0.5'));
    expect(few.body).toMatchObject({
      title: 'Anfrage nicht möglich',
      reasons: [{ message: 'Fragen Sie mindestens 5 Plätze in CAT1 an.' }],
    });
    const made = await relay.post(`${space}/options`, wish(), speaking('es'));
    expect(made.body).toMatchObject({ statusText: 'Enviada' });
    await client.query(`update contact set locale = 'it' where id = $1`, [relayId]);
    expect((await relay.get(`${space}/options/${made.body.id}`)).body.statusText).toBe('Inviata');
    await client.query(`update contact set locale = 'fr' where id = $1`, [relayId]);
    const used = await openBrowser(api.url).post(
      `${space}/session`,
      { token: 'x'.repeat(30) },
      speaking('it'),
    );
    expect(used.body).toMatchObject({ code: 'access.link', title: 'Questo link non apre più nulla' });
    // the house itself is spoken of in its own languages
    const lost = await operator.get(`/api/options/${made.body.id}x`, speaking('de, en;q=0.5'));
    expect(lost.body.title).toBe('Invalid request');
  });

  it('is changed and withdrawn in the version they saw, until it is treated', async () => {
    const { body: mine } = await relay.post(`${space}/options`, wish());
    await operator.put(`/api/options/${mine.id}`, mine.version, {
      contactId: relayId,
      ...wish(),
      internalRemark: 'À rappeler',
    });
    const path = `${space}/options/${mine.id}`;
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 25 }];
    expect((await relay.put(path, null, wish({ lines }))).status).toBe(428);
    expect((await relay.put(path, mine.version, wish({ lines }))).status).toBe(412);
    const changed = await relay.put(path, mine.version + 1, wish({ lines }));
    expect(changed).toMatchObject({ status: 200, body: { places: 25 } });
    const { body: seen } = await operator.get(`/api/options/${mine.id}`);
    expect(seen).toMatchObject({ internalRemark: 'À rappeler', structureId: house.structureId });
    await operator.post(`/api/options/${mine.id}/place`);
    const late = await relay.put(path, changed.body.version, wish());
    expect(late).toMatchObject({ status: 409, body: { code: 'option.treated' } });
    const match = { 'if-match': `"${changed.body.version + 1}"` };
    expect((await relay.post(`${path}/withdraw`, {}, match)).body.code).toBe('option.treated');

    const { body: gone } = await relay.post(`${space}/options`, wish());
    const withdrawn = await relay.post(`${space}/options/${gone.id}/withdraw`, {}, { 'if-match': '"1"' });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'cancelled', open: false } });
  });

  it('says nothing of a refusal or the waiting list before its letter, nor of what is granted before it is confirmed', async () => {
    const { body: mine } = await relay.post(`${space}/options`, wish());
    const see = async () => {
      const [one, list] = [
        await relay.get(`${space}/options/${mine.id}`),
        await relay.get(`${space}/options`),
      ];
      const row = list.body.options.find(({ id }: { id: string }) => id === mine.id);
      const { version: _version, ...told } = one.body;
      return { told, status: row.statusText };
    };
    await operator.post(`/api/options/${mine.id}/place`, {
      lines: [{ lineId: (await operator.get(`/api/options/${mine.id}`)).body.lines[0].id, quantity: 7 }],
    });
    const placed = await see();
    expect(placed).toMatchObject({
      status: 'En cours de traitement',
      told: { places: 19, lines: [{ granted: null }] },
    });
    await operator.post(`/api/options/${mine.id}/refuse`, { reason: 'Complet' });
    expect(await see()).toEqual(placed);
    await operator.post(`/api/options/${mine.id}/confirm-refusal`);
    expect((await see()).status).toBe('Refusée');

    const { body: later } = await relay.post(`${space}/options`, wish());
    const { body: asked } = await operator.get(`/api/options/${later.id}`);
    const lines = [{ lineId: asked.lines[0].id, quantity: 7 }];
    const before = (await relay.get(`${space}/options`)).body.options.length;
    await operator.post(`/api/options/${later.id}/place`, { lines, remainder: 'wait' });
    const seen = async () => (await relay.get(`${space}/options`)).body.options;
    expect(await seen()).toHaveLength(before); // what remains waits, and its letter has not left
    await client.query(`update letter set state = 'sent' where kind = 'waiting'`);
    expect((await seen())[0]).toMatchObject({ statusText: 'En liste d’attente', places: 12 });

    const { body: kept } = await relay.post(`${space}/options`, wish());
    await operator.post(`/api/options/${kept.id}/place`);
    await operator.post(`/api/options/${kept.id}/confirm`);
    const { body: accepted } = await relay.get(`${space}/options/${kept.id}`);
    expect(accepted.statusText).toMatch(/^Acceptée – à régler avant le \d\d\/\d\d\/\d{4} \d\d:\d\d$/);
  });

  it('is nobody else’s: another contact and another institution find nothing', async () => {
    const { body: mine } = await relay.post(`${space}/options`, wish());
    const path = `${space}/options/${mine.id}`;
    const match = { 'if-match': '"1"' };
    const away = await comesIn(other.structureId, 'cse@ateliers.test');
    for (const stranger of [neighbour, away]) {
      expect((await stranger.get(`${space}/options`)).body.options).toEqual([]);
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.put(path, 1, wish())).status).toBe(404);
      expect((await stranger.post(`${path}/withdraw`, {}, match)).status).toBe(404);
    }
    expect((await away.get(`${space}/performances/${house.performanceId}`)).status).toBe(404);
    const colleague = await comesIn(house.structureId, 'cse@ateliers.test');
    expect((await colleague.get(path)).status).toBe(200); // the structure's own address sees what its relays ask
  });
});

describe('an operator', () => {
  it('sends the link with its right, and is told why it cannot leave', async () => {
    const { body: structure } = await operator.get(`/api/contacts/${house.structureId}`);
    const door = `/api/contacts/${house.structureId}/send-access`;
    const sent = await operator.post(door, { relayId }, { 'if-match': `"${structure.version}"` });
    expect(sent).toMatchObject({ status: 200, body: { to: 'relais@ateliers.test' } });
    expect((await operator.post(door, { relayId: house.individualId })).body.code).toBe('access.notPossible');
    const person = await operator.post(`/api/contacts/${house.individualId}/send-access`);
    expect(person).toMatchObject({ status: 409, body: { reasons: [{ code: 'access.noChannel' }] } });
  });
});
