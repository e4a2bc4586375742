import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RunningApi } from '../../api/server.ts';
import { shippedTemplate } from '../../rules/letters/shipped/shipped-template.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let manager: Browser;
let away: Browser;
let owner: pg.Client;
let optionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  api = await startApi(database.url);
  manager = await signedIn(api.url, house);
  away = await signedIn(api.url, other);
  const option = await manager.post('/api/options', {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: 3 }],
    place: true,
  });
  optionId = option.body.id;
});

afterAll(async () => {
  await api.stop();
  await owner.end();
  await house.close();
  await other.close();
  await database.drop();
});

const place = (more: object = {}) => ({
  organisationId: house.organisationId,
  kind: 'confirmation',
  language: 'it',
  content: { ...shippedTemplate('confirmation', 'it'), ...more },
});

describe('a text of a letter', () => {
  it('is refused with each fault at its place, in words', async () => {
    const answer = await manager.post(
      '/api/letter-templates',
      place({ closing: 'Merci.\n{{evnet}}', subject: '<b>x' }),
    );
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'request.invalid',
        errors: [
          { path: 'content.subject', code: 'text.markup' },
          { path: 'content.closing', code: 'text.unknownField' },
        ],
        reasons: [
          { code: 'text.markup' },
          {
            message: 'Ce nom n’existe pas dans ce genre de lettre : « evnet », ligne 2, caractère 1.',
            values: { part: 'closing', line: 2, column: 1, name: 'evnet' },
          },
        ],
      },
    });
    expect((await manager.post('/api/letter-templates', { ...place(), kind: 'offer' })).status).toBe(400);
  });

  it('is written, shown on an option without being kept, published, and belongs to its house', async () => {
    const made = await manager.post('/api/letter-templates', place({ title: 'Benvenuti' }));
    expect(made).toMatchObject({ status: 201, body: { state: 'draft', number: 1 } });
    expect((await manager.post('/api/letter-templates', place())).body.code).toBe('record.duplicate');
    const { id, version } = made.body;
    const shown = await manager.post('/api/letter-templates/preview', {
      ...place({ title: 'Prova' }),
      optionId,
    });
    expect(shown.status).toBe(200);
    expect(shown.body.html).toContain('Prova');
    expect(shown.body.text).toContain('3\u00A0posti');
    expect(Buffer.from(shown.body.document, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const theirs = { ...place(), organisationId: other.organisationId, optionId };
    expect((await away.post('/api/letter-templates/preview', theirs)).status).toBe(404);
    expect((await away.get(`/api/letter-templates/${id}`)).status).toBe(404);
    expect((await away.post(`/api/letter-templates/${id}/publish`)).status).toBe(404);
    const stale = { 'if-match': `"${version + 1}"` };
    expect((await manager.post(`/api/letter-templates/${id}/publish`, {}, stale)).status).toBe(412);
    expect((await manager.post(`/api/letter-templates/${id}/publish`)).body.state).toBe('published');
    expect((await manager.put(`/api/letter-templates/${id}`, version + 1, place())).body.code).toBe(
      'text.state',
    );
    expect((await manager.post(`/api/letter-templates/${id}/restore-shipped`)).body.state).toBe('superseded');
  });
});

describe('the outbox', () => {
  it('sends failures again in bulk, each with its outcome, and tells reasons in words', async () => {
    await manager.post(`/api/options/${optionId}/confirm`);
    const [letter] = (await manager.list('letters', { filter: { optionId } })).body;
    const resend = () => manager.post('/api/letters/bulk/resend', { ids: [letter.id, other.individualId] });
    expect((await resend()).body.results).toMatchObject([
      { ok: false, problem: { code: 'letter.state' } },
      { ok: false, problem: { code: 'request.notFound' } },
    ]);
    await owner.query(`update letter set state = 'sent', message_id = $1 where id = $2`, [
      `<${letter.id}@placet.test>`,
      letter.id,
    ]);
    const report = `Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Final-Recipient: rfc822; ada@example.test
Action: failed
Status: 5.2.2

--b
Content-Type: text/rfc822-headers

Message-ID: <${letter.id}@placet.test>
--b--
`;
    const hook = (browser: Browser) =>
      fetch(new URL('/api/letters/bounces', api.url), {
        method: 'POST',
        headers: {
          cookie: browser.cookie ?? '',
          'x-requested-with': 'placet',
          'content-type': 'message/rfc822',
        },
        body: report,
      });
    expect(await (await hook(away)).json()).toEqual({ messages: 1, bounced: 0, ignored: 1 });
    expect(await (await hook(manager)).json()).toEqual({ messages: 1, bounced: 1, ignored: 0 });
    const file = await manager.get(
      `/api/letters/export?format=csv&filter=${encodeURIComponent(JSON.stringify({ optionId }))}`,
    );
    expect(file.body).toContain('la boîte du destinataire est pleine');
    expect((await resend()).body.results[0]).toEqual({ id: letter.id, ok: true });
  });

  it('leaves a contact alone for a motive, shown where they are shown', async () => {
    const path = `/api/contacts/${house.individualId}`;
    expect((await manager.post(`${path}/suppress-letters`)).status).toBe(400);
    await manager.post(`${path}/suppress-letters`, { reason: 'Par téléphone' });
    expect((await manager.get(path)).body.noLettersReason).toBe('Par téléphone');
    expect((await away.post(`${path}/resume-letters`)).status).toBe(404);
    await manager.post(`${path}/resume-letters`);
    expect((await manager.get(path)).body.noLettersReason).toBeNull();
  });
});
