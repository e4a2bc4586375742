import { createTransport } from 'nodemailer';
import { isMailAddress } from './mail-address.ts';
import { type MailRefusal, MailRefused } from './mail-refused.ts';

type Transport = ReturnType<typeof connect>;

/** One pool of connections per mail server, kept between letters. */
const transports = new Map<string, Transport>();

function connect(smtpUrl: string) {
  return createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: 4,
    maxMessages: 100,
    idleTimeout: 20_000,
    // A connection the server closed while it was idle is replaced once, before any byte of the message.
    // Every other failure is the caller's to retry.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function transportOf(smtpUrl: string): Transport {
  const kept = transports.get(smtpUrl);
  if (kept !== undefined) {
    return kept;
  }
  const transport = connect(smtpUrl);
  transports.set(smtpUrl, transport);
  return transport;
}

/** Closes the kept connections; conversations under way end first. The next delivery opens new ones. */
export function closeMail(): void {
  for (const transport of transports.values()) {
    transport.close();
  }
  transports.clear();
}

/**
 * Hands the bytes of a message to the mail server as they are, and answers once the server has said that
 * it keeps them. After a connection lost between the message and its answer the server may have kept it
 * all the same: sending the same bytes again is right, their Message-ID is the same.
 * @param delivery.timeoutMs the longest the whole conversation may take, waiting for a connection included.
 * @throws MailRefused permanent for an invalid address or a 5yz reply to the message, its sender or its
 * recipient; passing for 4yz replies, time-outs, and whatever concerns the server rather than the message.
 */
export async function deliverMessage(delivery: {
  smtpUrl: string;
  envelope: { from: string; to: string };
  raw: Buffer;
  timeoutMs: number;
}): Promise<{ outcome: 'sent'; response: string }> {
  const { smtpUrl, envelope, raw, timeoutMs } = delivery;
  if (!isMailAddress(envelope.from) || !isMailAddress(envelope.to)) {
    throw new MailRefused({ code: 'mail.addressInvalid', permanent: true, response: null });
  }
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), timeoutMs);
  try {
    const { response } = await transportOf(smtpUrl).sendMail({
      envelope: { ...envelope, size: raw.length },
      raw,
      signal: timer.signal,
    });
    return { outcome: 'sent', response };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    clearTimeout(timeout);
  }
}

// The commands that speak of the message itself: a 5yz to any other is the server turning everyone away,
// and so is 530, which asks us for a sign-in or for encryption, whatever it answers.
const messageCommands = ['MAIL FROM', 'RCPT TO', 'DATA'];
const signInRequired = 530;

function refusalOf(error: unknown): MailRefused {
  const { code, command, response, responseCode, permanent } = smtpError(error);
  const refused = (why: MailRefusal, forGood = false): MailRefused =>
    new MailRefused({ code: why, permanent: forGood, response, cause: error });
  if (responseCode !== null) {
    if (!messageCommands.includes(command) || responseCode === signInRequired) {
      return refused('mail.serverRefused');
    }
    return permanent ? refused('mail.refused', true) : refused('mail.deferred');
  }
  switch (code) {
    // Refused before a word to the server: no usable recipient, or larger than the server announced it takes.
    case 'EENVELOPE':
      return refused('mail.addressInvalid', true);
    case 'EMESSAGE':
      return refused('mail.refused', true);
    case 'EABORT':
    case 'ETIMEDOUT':
      return refused('mail.timeout');
    case 'EAUTH':
    case 'ENOAUTH':
    case 'ETLS':
      return refused('mail.serverRefused');
    default:
      return refused('mail.unreachable');
  }
}

/** What nodemailer says of a failure, read without trusting its shape. */
function smtpError(error: unknown) {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const text = (name: string): string => {
    const value = read(name);
    return typeof value === 'string' ? value : '';
  };
  const responseCode = read('responseCode');
  return {
    code: text('code'),
    command: text('command'),
    response: text('response') || text('message') || null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    permanent: read('permanent') === true,
  };
}
