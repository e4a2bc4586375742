import { p } from '@mikro-orm/core';

/**
 * Column kinds used by every entity, so that a unit or a meaning is spelled once.
 * Instants travel as ISO 8601 strings in UTC with milliseconds (`2026-01-10T19:00:00.000Z`); days as `YYYY-MM-DD`.
 */

/** Primary key, ordered by time of creation (UUID version 7, made by PostgreSQL when the caller gives none). */
export const id = () => p.uuid().primary().defaultRaw('uuidv7()');

/** Optimistic version shown as the ETag; every write raises it by one. */
export const version = () => p.integer().default(1);

/** A point in time, to the millisecond. */
export const instant = () => p.string().columnType('timestamptz(3)');

/** A calendar day without a time zone. */
export const day = () => p.string().columnType('date');

/** A text that people read and lists sort in French order. */
export const name = () => p.text().collation('fr-x-icu');

/** A short code, compared byte by byte. */
export const code = () => p.text();

/** A count of places or of rows. */
export const count = () => p.integer().default(0);

/** An amount of money in cents. */
export const cents = () => p.integer();

/** Names in the data languages FR EN DE ES IT. */
export type Names = Partial<Record<'fr' | 'en' | 'de' | 'es' | 'it', string>>;

/** Names of a record in the languages of the data. */
export const names = () => p.json<Names>().default('{}');
