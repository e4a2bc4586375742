import { CompiledQuery } from 'kysely';
import type { Statement } from './transaction.ts';

const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * SQL as a tagged template, for what every request asks: the text is put together once per place in the code, each value
 * travels as a parameter of its own. Pieces of SQL cannot be values here; where they must be, use Kysely's `sql`.
 */
export function statement<Row>(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | boolean | null | readonly string[])[]
): Statement<Row> {
  const text = texts.get(parts) ?? parts.reduce((before, part, at) => `${before}$${at}${part}`);
  texts.set(parts, text);
  return { compile: () => CompiledQuery.raw(text, [...values]) };
}
