import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import { ormConfig } from './orm.config.ts';

/**
 * Brings a database to the newest schema: the outbox's own tables first, then the product's migrations.
 * Runs as the owner of the database, in one transaction for the product's part; does nothing when all is there.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
  const orm = await MikroORM.init(ormConfig({ databaseUrl, as: 'owner', poolSize: 2 }));
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
