import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './postgres-account.ts';

const run = promisify(execFile);

/** @throws with the way out when the data folder was made by another major version of PostgreSQL. */
export function refuseOtherMajor(dataDir: string, major: number): void {
  const file = join(dataDir, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found === String(major)) return;
  throw new Error(
    `The data in ${dataDir} was made by PostgreSQL ${found}; this Placet carries PostgreSQL ${major} and leaves it untouched. ` +
      'Dump it with the Placet that made it and restore it here (docs/operations.md), ' +
      `or set DATABASE_URL to a PostgreSQL ${found} server, or PLACET_HOME to a new folder.`,
  );
}

export type ClusterSettings = {
  initdb: string;
  dataDir: string;
  owner: string;
  password: string;
  account: Account;
  durable: boolean;
};

/** Makes a cluster beside its place and moves it there when complete: a killed first start leaves no half one. */
export async function createCluster(settings: ClusterSettings): Promise<void> {
  const { dataDir, account } = settings;
  const unfinished = `${dataDir}.new`;
  const passwordFile = join(unfinished, 'password');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(dataDir), { recursive: true });
  const cluster = join(unfinished, 'cluster');
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, settings.password, { mode: 0o600 });
  if (account !== null) {
    for (const path of [unfinished, cluster, passwordFile]) await chown(path, account.uid, account.gid);
  }
  await run(
    settings.initdb,
    [
      `--pgdata=${cluster}`,
      `--username=${settings.owner}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8', // lower('É') is 'é'; names sort by the ICU collations that the migrations set
      '--locale=C',
      '--no-instructions',
      ...(settings.durable ? [] : ['--no-sync']),
    ],
    { cwd: unfinished, ...(account ?? {}) },
  );
  await rename(cluster, dataDir);
  await rm(unfinished, { recursive: true, force: true });
}
