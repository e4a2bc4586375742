import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The system user a server runs as; null: the one we are. */
export type Account = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of its data folder when there is one,
 * else as the user `postgres`, made when it is missing.
 * @throws with the way out when the user is missing and cannot be made.
 */
export function postgresAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return knownAccount() ?? createAccount();
}

function knownAccount(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

function createAccount(): Account {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const account = knownAccount();
    if (account !== null) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root, and the system user "postgres" is missing and could not be made. ' +
      'Make it (useradd --system postgres), start Placet as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
