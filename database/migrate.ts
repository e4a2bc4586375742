import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import { ormConfig } from './orm.config.ts';

/**
 * Brings a database to the newest schema: the outbox's own tables first, then the product's migrations, each in
 * a transaction of its own: what breaks off is gone on from. Runs as the owner of the database; does nothing when all is there.
 * `to`: the name of the last migration to run, where it is not the newest.
 */
export async function migrate(databaseUrl: string, { to }: { to?: string } = {}): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
  const orm = await MikroORM.init(ormConfig({ databaseUrl, as: 'owner', poolSize: 2 }));
  try {
    await orm.migrator.up(to === undefined ? {} : { to });
  } finally {
    await orm.close(true);
  }
}
