import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { entities } from './entities/index.ts';

/** The tables as the query builder sees them: column names of the database, instants as ISO strings. */
export type Schema = InferKyselyDB<(typeof entities)[number]>;

/** A query builder; inside a verb or a read it is bound to the transaction. */
export type Queries = Kysely<Schema>;
