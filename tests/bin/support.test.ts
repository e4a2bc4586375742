import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestSmtp, type TestSmtp } from '../support/smtp.ts';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is migrated', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const found = await client.query<{ schema: string | null }>(
      "select to_regnamespace('graphile_worker')::text as schema",
    );
    await client.end();
    expect(found.rows).toEqual([{ schema: 'graphile_worker' }]);
  });
});

describe('the test mail server', () => {
  let smtp: TestSmtp;
  beforeAll(async () => {
    smtp = await startTestSmtp();
  });
  afterAll(() => smtp.stop());

  const send = (to: string) =>
    createTransport(smtp.url).sendMail({ from: 'box@placet.test', to, subject: 'Été', text: '.\r\n..dots' });

  it('keeps what it is given, dots included', async () => {
    await send('anna@placet.test');
    const message = await smtp.message(({ to }) => to.includes('anna@placet.test'));
    expect(message).toMatchObject({ from: 'box@placet.test', answered: true });
    expect(message.mail.subject).toBe('Été');
    expect(message.mail.text?.trim()).toBe('.\n..dots');
  });

  it.each([
    ['refuse-for-now', 451],
    ['refuse-for-good', 550],
  ] as const)('%s answers %d', async (behaviour, responseCode) => {
    smtp.behave(behaviour);
    await expect(send('ben@placet.test')).rejects.toMatchObject({ responseCode });
  });

  it('has the message although the sender never hears so', async () => {
    smtp.behave('drop-before-answer');
    await expect(send('cleo@placet.test')).rejects.toThrow();
    await expect(smtp.message(({ to }) => to.includes('cleo@placet.test'))).resolves.toMatchObject({
      answered: false,
    });
  });

  it('drops the line after its answer', async () => {
    smtp.behave('drop-after-answer');
    await expect(send('dora@placet.test')).resolves.toMatchObject({ accepted: ['dora@placet.test'] });
  });

  it('answers a held message when released', async () => {
    smtp.behave('hold');
    const sending = send('eve@placet.test');
    await expect(smtp.message(({ to }) => to.includes('eve@placet.test'))).resolves.toMatchObject({
      answered: false,
    });
    smtp.release();
    await expect(sending).resolves.toMatchObject({ accepted: ['eve@placet.test'] });
    await expect(smtp.message(({ to }) => to.includes('eve@placet.test'))).resolves.toMatchObject({
      answered: true,
    });
  });
});
