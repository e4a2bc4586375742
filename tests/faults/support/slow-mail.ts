import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Chance } from '../../support/chance.ts';

/** How often, in a hundred messages, the server will not have one for now, and the line drops once it has said 250. */
export type MailWeather = { refused: number; dropped: number };

/** A door in front of a mail server through which its answers come late. */
export type SlowMail = { url: string; stop(): Promise<void> };

const HASTE_MS = 5;
/** Slow enough that letters are always on their way while clients confirm. */
const SLOW = { shortestMs: 300, longestMs: 1_200 };

/**
 * Passes conversations on to a mail server whose word about a whole message comes some tenths of a second after it was
 * kept, so that a kill often falls between the server's 250 and our record of it.
 */
export async function startSlowMail(
  mailPort: number,
  chance: Chance,
  weather: MailWeather = { refused: 0, dropped: 0 },
): Promise<SlowMail> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(mailPort, '127.0.0.1');
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        behind.destroy();
      });
    }
    client.pipe(behind);
    void passBack(behind, client, chance, weather);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The door listens on no port.'));
      else resolve(address.port);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passBack(
  behind: Socket,
  client: Socket,
  chance: Chance,
  { refused, dropped }: MailWeather,
): Promise<void> {
  let message = false;
  const fate = chance.between(1, 100);
  try {
    for await (const answer of behind) {
      const text = String(answer);
      await delay(message ? chance.between(SLOW.shortestMs, SLOW.longestMs) : HASTE_MS);
      if (message && fate <= dropped) {
        client.destroy();
        return;
      }
      message = /^354 /m.test(text); // answers to a pipeline come in one piece
      if (message && fate > 100 - refused) {
        client.end('451 4.3.0 not now\r\n');
        behind.destroy();
        return;
      }
      if (!client.destroyed) client.write(text);
    }
  } catch {
    client.destroy();
  }
}
