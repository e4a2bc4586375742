import { institutionIds } from '../../activities/reconcile/reconcile.ts';
import { type Actor, newRequestId, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import type { Settings } from '../settings.ts';
import { withHomeDatabase } from './home-database.ts';

/** Who acts when a person types a command: they have the database itself in their hands. */
export const commandLine: Actor = {
  type: 'system',
  id: 'command-line',
  name: 'Placet command line',
  rights: 'all',
  organisationIds: 'all',
};

/** The home's database, opened as the product does (behind the wall) and, for what only the owner may do, as the owner. */
export type Databases = { application: Database; owner: Database };

/** Lets a command use the home's database. */
export function withDatabases<T>(settings: Settings, use: (databases: Databases) => Promise<T>): Promise<T> {
  return withHomeDatabase(settings, async (databaseUrl) => {
    const application = await openDatabase({ databaseUrl, as: 'application', poolSize: 2 });
    const owner = await openDatabase({ databaseUrl, as: 'owner', poolSize: 1 });
    try {
      return await use({ application, owner });
    } finally {
      await Promise.all([application.close(), owner.close()]);
    }
  });
}

/** A call of a verb in an institution. */
export function callIn(database: Database, institutionId: string): VerbCaller {
  return { database, institutionId, actor: commandLine, requestId: newRequestId() };
}

/** A call of a verb about the whole database; its history stands in the first institution. */
export async function callAnywhere(database: Database): Promise<VerbCaller> {
  const [first] = await institutionIds(database);
  if (first === undefined)
    throw new Error('There is no institution yet: nothing can be held, sent or woken.');
  return callIn(database, first);
}
