import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type ParsedMail, simpleParser } from 'mailparser';

/**
 * What the server does with a recipient's message: takes it; refuses the recipient (451 for now, 550 for good);
 * takes the whole message and drops the line just before or just after its 250; or takes it and answers only
 * once `release()` is called.
 */
export type SmtpBehaviour =
  | 'accept'
  | 'refuse-for-now'
  | 'refuse-for-good'
  | 'drop-before-answer'
  | 'drop-after-answer'
  | 'hold';

/** A message the server has read to its end. `answered`: it said 250. */
export type CaughtMessage = {
  from: string;
  to: string[];
  raw: Buffer;
  mail: ParsedMail;
  messageId: string;
  answered: boolean;
};

export type TestSmtp = {
  url: string;
  port: number;
  messages: readonly CaughtMessage[];
  /** From now on, for every recipient or by recipient. */
  behave(behaviour: SmtpBehaviour | ((recipient: string) => SmtpBehaviour)): void;
  /** Answers the messages that are held. */
  release(): void;
  /** The first message, already here or still to come, that fits. */
  message(fits?: (message: CaughtMessage) => boolean): Promise<CaughtMessage>;
  stop(): Promise<void>;
};

/** Starts a mail server that speaks real SMTP, keeps what it is given and misbehaves on demand. */
export async function startTestSmtp(): Promise<TestSmtp> {
  const messages: CaughtMessage[] = [];
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const sockets = new Set<Socket>();
  let behaviourOf: (recipient: string) => SmtpBehaviour = () => 'accept';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, {
      behaviourOf: (recipient) => behaviourOf(recipient),
      released: () => once(events, 'release'),
      keep: (message) => {
        messages.push(message);
        events.emit('message', message);
      },
    }).catch(() => socket.destroy()); // who leaves without a word is gone
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server listens on no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    messages,
    behave: (behaviour) => {
      behaviourOf = typeof behaviour === 'function' ? behaviour : () => behaviour;
    },
    release: () => {
      events.emit('release');
    },
    message: async (fits = () => true) => {
      for (;;) {
        const found = messages.find(fits);
        if (found !== undefined) return found;
        await once(events, 'message');
      }
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Host = {
  behaviourOf: (recipient: string) => SmtpBehaviour;
  released: () => Promise<unknown>;
  keep: (message: CaughtMessage) => void;
};

async function converse(socket: Socket, host: Host): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let from = '';
  let to: string[] = [];
  let data: string[] | null = null;
  say('220 test ready');
  for await (const line of createInterface({
    input: socket.setEncoding('latin1'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (data !== null) {
      if (line !== '.') {
        data.push(line.startsWith('.') ? line.slice(1) : line);
        continue;
      }
      const raw = Buffer.from(`${data.join('\r\n')}\r\n`, 'latin1');
      data = null;
      if (!(await take(socket, host, { from, to, raw }))) return;
      from = '';
      to = [];
      continue;
    }
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        say('250-test');
        say('250 8BITMIME');
        break;
      case 'MAIL':
        from = address;
        say('250 ok');
        break;
      case 'RCPT':
        if (refusal(host.behaviourOf(address)) === null) to.push(address);
        say(refusal(host.behaviourOf(address)) ?? '250 ok');
        break;
      case 'DATA':
        data = to.length > 0 ? [] : null;
        say(data === null ? '554 no recipient' : '354 go on');
        break;
      case 'QUIT':
        say('221 bye');
        socket.end();
        return;
      default:
        say('250 ok');
    }
  }
}

function refusal(behaviour: SmtpBehaviour): string | null {
  if (behaviour === 'refuse-for-now') return '451 try again later';
  return behaviour === 'refuse-for-good' ? '550 no such mailbox' : null;
}

/** Keeps one message and answers for it as it should; false: the line is gone. */
async function take(
  socket: Socket,
  host: Host,
  envelope: { from: string; to: string[]; raw: Buffer },
): Promise<boolean> {
  const behaviour = host.behaviourOf(envelope.to[0] ?? '');
  const mail = await simpleParser(envelope.raw);
  const message = { ...envelope, mail, messageId: mail.messageId ?? '', answered: behaviour === 'accept' };
  host.keep(message);
  if (behaviour === 'hold') await host.released();
  if (behaviour === 'drop-before-answer' || socket.destroyed) {
    socket.destroy();
    return false;
  }
  message.answered = true;
  await new Promise<void>((resolve) => socket.write('250 kept\r\n', () => resolve()));
  if (behaviour === 'drop-after-answer') socket.destroy();
  return behaviour !== 'drop-after-answer';
}
