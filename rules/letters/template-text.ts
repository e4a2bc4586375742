import type { LetterKind } from './letter-snapshot.ts';
import type { LetterTemplate } from './letter-template.ts';
import {
  conditionsOf,
  fieldsOf,
  guardsOf,
  type MergeCondition,
  type MergeField,
  type MergeValues,
} from './merge-fields.ts';

/** What can be wrong in a text; each has a sentence among the codes of fields. */
export type TextFaultCode =
  | 'text.unknownField'
  | 'text.unknownCondition'
  | 'text.unguarded'
  | 'text.unclosedBlock'
  | 'text.unexpectedTag'
  | 'text.unclosedTag'
  | 'text.tooDeep'
  | 'text.markup'
  | 'text.lineBreak'
  | 'field.required'
  | 'field.tooLong';

/** A fault at its place: line and column count from 1. `name`: what stands there, when it is a name. */
export interface TextFault {
  code: TextFaultCode;
  line: number;
  column: number;
  name: string | null;
}

/** A text as it is filled. */
export type TextNode =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: MergeField }
  | { kind: 'choice'; name: MergeCondition; holds: TextNode[]; fails: TextNode[] };

const deepest = 4;
const tags = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/g;

/** A block that is open while its text is read. */
interface OpenBlock {
  word: 'if' | 'unless';
  name: MergeCondition | null;
  at: number;
  holds: TextNode[];
  fails: TextNode[];
  /** Which branch is being read. */
  inElse: boolean;
}

/** Whether the body of a text says something else where a condition holds. */
export function asks({ opening }: LetterTemplate, condition: MergeCondition): boolean {
  return opening.includes(condition);
}

/**
 * Reads a text with `{{name}}`, `{{#if name}} … {{else}} … {{/if}}` and `{{#unless name}} … {{/unless}}`. Nothing else
 * is a tag, and no name outside the list of its kind exists: a text can neither call nor read anything.
 */
export function parseText(kind: LetterKind, text: string): { nodes: TextNode[]; faults: TextFault[] } {
  const faults: TextFault[] = [];
  const nodes: TextNode[] = [];
  const open: OpenBlock[] = [];
  const fault = (code: TextFaultCode, at: number, name: string | null = null) =>
    faults.push({ code, ...placeOf(text, at), name });
  const put = (node: TextNode) => branchOf(open.at(-1), nodes).push(node);
  let from = 0;
  for (const found of text.matchAll(tags)) {
    const { index } = found;
    if (index > from) put({ kind: 'text', text: text.slice(from, index) });
    from = index + found[0].length;
    const [, inside] = found;
    if (inside === undefined) fault('text.unclosedTag', index);
    else readTag(inside.trim(), index);
  }
  if (from < text.length) put({ kind: 'text', text: text.slice(from) });
  for (const { at, word } of open) fault('text.unclosedBlock', at, word);
  for (const found of text.matchAll(/<\/?[a-z!][^\n]*?>/gi)) fault('text.markup', found.index, found[0]);
  return { nodes, faults };

  function readTag(inside: string, at: number): void {
    const [, word, asked] = /^#(if|unless)\s+(.*)$/.exec(inside) ?? [];
    if (word === 'if' || word === 'unless') openBlock(word, asked ?? '', at);
    else if (/^(else|\/if|\/unless)$/.test(inside)) turn(inside, at);
    else writeOut(inside, at);
  }

  /** The other branch of the block that is open, or its end. */
  function turn(inside: string, at: number): void {
    const last = open.at(-1);
    if (last !== undefined && inside === 'else' && !last.inElse) last.inElse = true;
    else if (last !== undefined && inside === `/${last.word}`) closeBlock(last);
    else fault('text.unexpectedTag', at, inside);
  }

  function writeOut(inside: string, at: number): void {
    const name = fieldsOf(kind).find((known) => known === inside);
    if (name === undefined) fault('text.unknownField', at, inside);
    else if (!isGuarded(name, open)) fault('text.unguarded', at, name);
    else put({ kind: 'field', name });
  }

  function openBlock(word: 'if' | 'unless', asked: string, at: number): void {
    const name = conditionsOf(kind).find((known) => known === asked) ?? null;
    if (name === null) fault('text.unknownCondition', at, asked);
    if (open.length === deepest) fault('text.tooDeep', at);
    open.push({ word, name, at, holds: [], fails: [], inElse: false });
  }

  function closeBlock({ word, name, holds, fails }: OpenBlock): void {
    open.pop();
    if (name === null) return;
    put({
      kind: 'choice',
      name,
      ...(word === 'if' ? { holds, fails } : { holds: fails, fails: holds }),
    });
  }
}

function branchOf(block: OpenBlock | undefined, nodes: TextNode[]): TextNode[] {
  if (block === undefined) return nodes;
  return block.inElse ? block.fails : block.holds;
}

/** True where the name cannot be empty: it never is, or a block around it says so. */
function isGuarded(name: MergeField, open: readonly OpenBlock[]): boolean {
  const guards = guardsOf(name);
  if (guards === null) return true;
  return open.some((block) => {
    const holds = (block.word === 'if') !== block.inElse;
    // an unknown condition is a fault of its own: what stands in it is not blamed besides
    return block.name === null || (holds && guards.includes(block.name));
  });
}

/** Line and column, from 1, of a place in a text. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Writes a text out. `typeset` is given what people wrote, never the values. */
export function fillText(
  nodes: readonly TextNode[],
  values: MergeValues,
  typeset: (literal: string) => string,
): string {
  const written = (node: TextNode): string => {
    switch (node.kind) {
      case 'text':
        return typeset(node.text);
      case 'field':
        return values.fields[node.name];
      case 'choice':
        return fillText(values.conditions[node.name] ? node.holds : node.fails, values, typeset);
    }
  };
  return nodes.map(written).join('');
}
