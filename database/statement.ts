import { CompiledQuery } from 'kysely';
import type { Queries } from './schema.ts';

/** A piece of SQL with its values apart: `rows` asks it and waits, a transaction's `send` only sends it. */
export interface SqlStatement<Row> {
  compile(): CompiledQuery<Row>;
  rows(db: Queries): Promise<Row[]>;
}

const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * SQL as a tagged template, for what every request asks: the text is put together once per place in the code, each value
 * travels as a parameter of its own. Pieces of SQL cannot be values here; where they must be, use Kysely's `sql`.
 */
export function statement<Row>(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | boolean | null | readonly string[])[]
): SqlStatement<Row> {
  const text = texts.get(parts) ?? parts.reduce((before, part, at) => `${before}$${at}${part}`);
  texts.set(parts, text);
  const compile = (): CompiledQuery<Row> => CompiledQuery.raw(text, [...values]);
  return { compile, rows: async (db) => (await db.executeQuery(compile())).rows };
}
