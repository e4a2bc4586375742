import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type SmtpCatcherSettings = {
  /** Where the messages are kept, one `.eml` file each. */
  mailDir: string;
  port: number;
};

export type SmtpCatcherPart = {
  /** Our own: it runs in this process. */
  pid: number;
  port: number;
  url: string;
  exited: Promise<unknown>;
  stop(): Promise<void>;
};

/** How long an open conversation is waited for at the end. */
const CLOSE_MS = 1_000;
const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;

/** Whoever wants to see a permanent refusal writes to refused@anywhere. */
const REFUSED = 'refused';

/**
 * Starts a mail server that delivers nothing and keeps everything. A message is on disk before it is answered for;
 * the envelope stands on top of it, as the last server on a letter's way writes it: Return-Path (RFC 5321, 4.4)
 * and Delivered-To.
 */
export async function startSmtpCatcher(settings: SmtpCatcherSettings): Promise<SmtpCatcherPart> {
  await mkdir(settings.mailDir, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: CLOSE_MS,
    size: MAX_MESSAGE_BYTES,
    onRcptTo: ({ address }, _session, callback) => callback(refusalOf(address)),
    onData: (stream, session, callback) => {
      buffer(stream)
        .then((message) => keep(settings.mailDir, session, message))
        .then(
          () => callback(null, 'kept'),
          () => callback(answer(451, 'The message could not be kept')),
        );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  server.on('error', () => undefined); // whoever leaves without a word harms nobody else's conversation
  const { port } = addressOf(server.server.address());
  return {
    pid: process.pid,
    port,
    url: `smtp://127.0.0.1:${port}`,
    exited: once(server.server, 'close'),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function keep(mailDir: string, session: SMTPServerSession, message: Buffer): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope;
  const lines = [
    `Return-Path: <${mailFrom === false ? '' : mailFrom.address}>`,
    ...rcptTo.map(({ address }) => `Delivered-To: ${address}`),
  ];
  const envelope = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}`;
  const unfinished = join(mailDir, `.${name}`);
  await writeFile(unfinished, Buffer.concat([envelope, message]), { mode: 0o600 });
  await rename(unfinished, join(mailDir, `${name}.eml`));
}

function refusalOf(address: string): Error | null {
  return address.split('@')[0]?.toLowerCase() === REFUSED ? answer(550, 'No such mailbox here') : null;
}

function answer(responseCode: number, text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text), { responseCode });
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string')
    throw new Error('The mail catcher does not listen on a port.');
  return address;
}
