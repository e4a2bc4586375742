import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { composeMessage } from '../../../activities/letters/compose-message.ts';
import { closeMail, deliverMessage } from '../../../activities/letters/deliver-message.ts';
import { renderLetter } from '../../../activities/letters/render-letter.ts';
import { startTestSmtp, type TestSmtp } from '../../support/smtp.ts';
import { confirmedOption } from './letter-samples.ts';

const envelope = { from: 'billetterie@quatre-vents.example', to: 'm.oeuvrard@les-tilleuls.example' };
const raw = await composeMessage({
  letter: {
    id: '0b5e7f5e-6f57-4b56-9d5e-1f4a2c8f9a10',
    kind: 'confirmation',
    to: { name: 'Maëlle Œuvrard', address: envelope.to },
    from: { name: null, address: envelope.from },
    replyTo: null,
    messageId: '<0b5e7f5e@placet.test>',
    date: '2015-12-21T09:12:04.000Z',
  },
  rendered: renderLetter('confirmation', confirmedOption()),
  pdf: { fileName: 'option-21.pdf', content: Buffer.from('%PDF-1.7\n.\n..\n') },
});

function deliver(smtpUrl: string, changes: Partial<Parameters<typeof deliverMessage>[0]> = {}) {
  return deliverMessage({ smtpUrl, envelope, raw, timeoutMs: 10_000, ...changes });
}

const refused = (code: string, permanent: boolean, response: unknown = expect.anything()) =>
  expect.objectContaining({ name: 'MailRefused', code, permanent, response });

/** A server's own "no" to one step of the conversation. */
function no(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

afterEach(() => {
  closeMail();
});

describe('a mail server that takes the message', () => {
  let smtp: TestSmtp;

  beforeEach(async () => {
    smtp = await startTestSmtp();
  });

  afterEach(async () => {
    closeMail();
    await smtp.stop();
  });

  it('is given the very bytes, for the envelope’s recipient alone', async () => {
    await expect(deliver(smtp.url)).resolves.toEqual({ outcome: 'sent', response: '250 kept' });
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toMatchObject({ from: envelope.from, to: [envelope.to] });
    expect(smtp.messages[0]?.raw.equals(raw)).toBe(true);
  });

  it('is given letters side by side, each once', async () => {
    const recipients = Array.from({ length: 40 }, (_, i) => `contact-${i}@les-tilleuls.example`);
    await Promise.all(recipients.map((to) => deliver(smtp.url, { envelope: { ...envelope, to } })));
    expect(smtp.messages.map(({ to }) => to[0]).sort()).toEqual([...recipients].sort());
  });

  it('tells what the recipient’s server will never take from what it may take later', async () => {
    smtp.behave('refuse-for-good');
    await expect(deliver(smtp.url)).rejects.toThrow(refused('mail.refused', true, '550 no such mailbox'));
    smtp.behave('refuse-for-now');
    await expect(deliver(smtp.url)).rejects.toThrow(refused('mail.deferred', false, '451 try again later'));
    smtp.behave('accept');
    await expect(deliver(smtp.url)).resolves.toMatchObject({ outcome: 'sent' });
    expect(smtp.messages).toHaveLength(1);
  });

  it('may have kept what it did not answer for: the caller is told, and nothing is sent twice behind its back', async () => {
    smtp.behave('drop-before-answer');
    await expect(deliver(smtp.url)).rejects.toThrow(refused('mail.unreachable', false));
    expect(smtp.messages).toHaveLength(1);
    smtp.behave('accept');
    await expect(deliver(smtp.url)).resolves.toMatchObject({ outcome: 'sent' });
    expect(smtp.messages.map(({ messageId }) => messageId)).toEqual([
      '<0b5e7f5e@placet.test>',
      '<0b5e7f5e@placet.test>',
    ]);
  });

  it('may close the line after its answer', async () => {
    smtp.behave('drop-after-answer');
    await expect(deliver(smtp.url)).resolves.toMatchObject({ outcome: 'sent' });
    await expect(deliver(smtp.url)).resolves.toMatchObject({ outcome: 'sent' });
    expect(smtp.messages).toHaveLength(2);
  });

  it('is waited for no longer than said', async () => {
    smtp.behave('hold');
    await expect(deliver(smtp.url, { timeoutMs: 200 })).rejects.toThrow(refused('mail.timeout', false));
    smtp.release();
  });

  it('is not asked at all for what is no address', async () => {
    const to = 'a@x.test>\r\nRCPT TO:<b@y.test';
    await expect(deliver(smtp.url, { envelope: { ...envelope, to } })).rejects.toThrow(
      refused('mail.addressInvalid', true, null),
    );
    expect(smtp.messages).toHaveLength(0);
  });
});

describe('a mail server of many minds', () => {
  let server: SMTPServer;

  async function start(options: SMTPServerOptions): Promise<string> {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      ...options,
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    return typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : '';
  }

  afterEach(async () => {
    closeMail();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('refuses the sender for good', async () => {
    const host = await start({ onMailFrom: (_address, _session, done) => done(no(553, 'Not our sender')) });
    await expect(deliver(`smtp://${host}`)).rejects.toThrow(
      refused('mail.refused', true, '553 Not our sender'),
    );
  });

  it('refuses the content for good', async () => {
    const host = await start({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(no(552, 'Too much of it')));
      },
    });
    await expect(deliver(`smtp://${host}`)).rejects.toThrow(
      refused('mail.refused', true, '552 Too much of it'),
    );
  });

  it('announces that it takes less', async () => {
    const host = await start({ size: 1_000 });
    await expect(deliver(`smtp://${host}`)).rejects.toThrow(refused('mail.refused', true));
  });

  it('turns everyone away at the door: no fault of the letter', async () => {
    const host = await start({ onConnect: (_session, done) => done(no(554, 'Closed')) });
    await expect(deliver(`smtp://${host}`)).rejects.toThrow(refused('mail.serverRefused', false));
  });

  it('does not know our password: no fault of the letter', async () => {
    const host = await start({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(no(535, 'Who are you')),
    });
    await expect(deliver(`smtp://placet:wrong@${host}`)).rejects.toThrow(
      refused('mail.serverRefused', false),
    );
  });

  it('wants a sign-in that we were not given: no fault of the letter', async () => {
    const host = await start({ authOptional: false, allowInsecureAuth: true });
    await expect(deliver(`smtp://${host}`)).rejects.toThrow(refused('mail.serverRefused', false));
  });
});

describe('no mail server', () => {
  async function listening(onConnection: (server: Server) => void): Promise<{ url: string; server: Server }> {
    const server = createServer();
    onConnection(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return {
      server,
      url: typeof address === 'object' && address !== null ? `smtp://127.0.0.1:${address.port}` : '',
    };
  }

  it('listens there', async () => {
    const { url, server } = await listening(() => undefined);
    server.close();
    await once(server, 'close');
    await expect(deliver(url)).rejects.toThrow(refused('mail.unreachable', false));
  });

  it('greets', async () => {
    const { url, server } = await listening((silent) =>
      silent.on('connection', (socket) => socket.on('error', () => socket.destroy())),
    );
    await expect(deliver(url, { timeoutMs: 200 })).rejects.toThrow(refused('mail.timeout', false));
    closeMail();
    server.close();
    await once(server, 'close');
  });

  it('stays connected', async () => {
    const { url, server } = await listening((rude) => rude.on('connection', (socket) => socket.destroy()));
    await expect(deliver(url)).rejects.toThrow(refused('mail.unreachable', false));
    server.close();
    await once(server, 'close');
  });
});
