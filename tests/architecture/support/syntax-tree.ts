import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of swc's syntax tree: a type and whatever else it carries. */
export type SyntaxNode = { readonly type: string; readonly [field: string]: unknown };

/** Tells a syntax node from the other values found in a tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Reads one source file (TypeScript, with or without JSX) into its statements. */
export function statementsOf(base: string, file: string): SyntaxNode[] {
  const source = readFileSync(join(base, file), 'utf8');
  const body: unknown = parseSync(source, { syntax: 'typescript', tsx: /[jt]sx$/.test(file) }).body;
  return Array.isArray(body) ? body.filter(isNode) : [];
}

/** Visits a value and all nodes below it, parents first. */
export function walk(value: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) visit(value);
  for (const child of Object.values(value)) walk(child, visit);
}

/** The name of an identifier or of a literal key, else null. */
export function nameOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Computed') return nameOf(value.expression);
  if (value.type !== 'Identifier' && value.type !== 'StringLiteral') return null;
  return typeof value.value === 'string' ? value.value : null;
}
