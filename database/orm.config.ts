import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { TypeOverrides } from 'pg';
import { migrations } from '../migrations/index.ts';
import { entities } from './entities/index.ts';
import { PipelinedClient } from './pipelined-client.ts';

/** Tables that MikroORM's schema tool leaves alone: they are partitioned, which it cannot say. */
export const partitionedTables = ['history', 'letter_content'];

/** The role the product works under: it owns nothing and cannot pass row level security. */
export const applicationRole = 'placet_app';

/** How to reach the database. `as` is `owner` for migrations only; everything else works as the application role. */
export interface DatabaseSettings {
  databaseUrl: string;
  as: 'application' | 'owner';
  poolSize?: number;
  /** Commits answer before they are on disk: for work that is done again from the start of what a crash has lost. */
  lazyCommits?: boolean;
}

/** PostgreSQL prints `2026-01-10 19:00:00.000+00` in a session at UTC; the product speaks ISO 8601. */
function toIsoInstant(value: string): string {
  return new Date(value).toISOString();
}

function typeParsers(): TypeOverrides {
  const types = new TypeOverrides();
  const timestamptz = 1184;
  const date = 1082;
  types.setTypeParser(timestamptz, toIsoInstant);
  types.setTypeParser(date, (value) => value);
  return types;
}

/** The one configuration of MikroORM: entities, migrations, pool, and how values come back. */
export function ormConfig(settings: DatabaseSettings): Options {
  const role = settings.as === 'application' ? `-c role=${applicationRole} ` : '';
  return defineConfig({
    clientUrl: settings.databaseUrl,
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    pool: { min: 0, max: settings.poolSize ?? 16 },
    driverOptions: {
      options: `${role}-c TimeZone=UTC${settings.lazyCommits ? ' -c synchronous_commit=off' : ''}`,
      types: typeParsers(),
      application_name: 'placet',
      keepAlive: true,
      Client: PipelinedClient,
      pipeline: true,
    },
    schemaGenerator: { skipTables: partitionedTables },
    migrations: {
      tableName: 'placet_migration',
      migrationsList: migrations,
      transactional: true,
      // a table that has just been written to cannot be altered while its deferred triggers wait for the end
      allOrNothing: false,
      snapshot: false,
      silent: true,
    },
  });
}
