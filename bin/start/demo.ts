import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { say } from '../parts/progress.ts';

const ASK_EVERY_MS = 100;
const PATIENCE_MS = 120_000;

/** Who can sign in to the demo, and what they may do. */
const SIGN_INS = [
  ['admin@demo.test', 'everything'],
  ['operator@demo.test', 'options, contacts, letters'],
  ['manager@demo.test', 'the above, and settings'],
  ['finance@demo.test', 'orders and accounts'],
];

export function demoSignIns(password: string): string {
  const lines = SIGN_INS.map(([email = '', what]) => `  ${email.padEnd(20)} ${what}`);
  return [`Demo sign-ins (password ${password}):`, ...lines].join('\n');
}

/**
 * Demo accounts have a known password: they never go into a database where real people work.
 * @throws with the way out when the database has an operator who is not of the demo.
 */
export async function refuseDemoAmongRealOperators(databaseUrl: string): Promise<void> {
  const real = await ask(databaseUrl, async (client) => {
    const table = await client.query<{ known: boolean }>(
      `select to_regclass('operator') is not null as known`,
    );
    if (table.rows[0]?.known !== true) return false;
    const operators = await client.query<{ real: boolean }>(
      `select exists (select from operator where not demo) as real`,
    );
    return operators.rows[0]?.real === true;
  });
  if (!real) return;
  throw new Error(
    'PLACET_DEMO=1, but the database of DATABASE_URL already has operators: demo is only for an empty one.',
  );
}

/** Waits until the demo's own letters have left; gives up, and says so, when mail is held or nothing moves. */
export async function demoLettersSent(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!signal.aborted) {
    const { owed, held } = await demoLetters(databaseUrl);
    if (owed === 0) return;
    if (held || performance.now() > end) return say(`${owed} letters of the demo have not left yet.`);
    await delay(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function demoLetters(databaseUrl: string): Promise<{ owed: number; held: boolean }> {
  const found = await ask(databaseUrl, (client) =>
    client.query<{ owed: number; held: boolean }>(
      `select count(*)::int as owed, exists (select from worker_mark where held_since is not null) as held
         from letter join institution on institution.id = letter.institution_id
        where institution.demo and letter.state in ('owed', 'sending')`,
    ),
  );
  return found.rows[0] ?? { owed: 0, held: false };
}

async function ask<T>(databaseUrl: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}
