import { CompiledQuery } from 'kysely';
import type { Statement } from './transaction.ts';

/** SQL text of our own that several statements share; made by `piece` only. */
class Piece {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | boolean | null | readonly string[];

const texts = new WeakMap<TemplateStringsArray, string>();

/** A constant part of statements: it takes no values, so that nothing from outside can become SQL. */
export function piece(parts: TemplateStringsArray): Piece {
  return new Piece(parts.join(''));
}

/**
 * SQL as a tagged template, for what every request asks: the text is put together once per place in the code, each value
 * travels as a parameter of its own. A place that takes a piece always takes the same one.
 */
export function statement<Row>(
  parts: TemplateStringsArray,
  ...values: readonly (Value | Piece)[]
): Statement<Row> {
  const text = texts.get(parts) ?? textOf(parts, values);
  texts.set(parts, text);
  const parameters = values.filter((value) => !(value instanceof Piece));
  return { compile: () => CompiledQuery.raw(text, parameters) };
}

function textOf([first = '', ...rest]: TemplateStringsArray, values: readonly (Value | Piece)[]): string {
  let parameters = 0;
  return rest.reduce((before, part, at) => {
    const value = values[at];
    if (value instanceof Piece) return before + value.text + part;
    parameters += 1;
    return `${before}$${parameters}${part}`;
  }, first);
}
