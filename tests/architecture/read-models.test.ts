import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { filesUnder, root } from './support/project.ts';
import { isNode, nameOf, type SyntaxNode, statementsOf, walk } from './support/syntax-tree.ts';

const folder = 'database/read-models';

/** Exported functions of the read models that reach rows without the wall and the perimeter. */
function unscopedQueries(base: string): string[] {
  return filesUnder(base, folder, /[.]ts$/)
    .filter((file) => file !== `${folder}/scoped.ts`)
    .flatMap((file) => unscopedIn(statementsOf(base, file)).map((name) => `${file}: ${name}`));
}

function unscopedIn(statements: SyntaxNode[]): string[] {
  const functions = new Map<string, { body: unknown; exported: boolean }>();
  for (const statement of statements) {
    const exported = statement.type === 'ExportDeclaration';
    const declaration = exported ? statement.declaration : statement;
    if (isNode(declaration))
      for (const [name, body] of functionsOf(declaration)) functions.set(name, { body, exported });
  }
  const isScoped = (name: string, seen: ReadonlySet<string>): boolean => {
    const found = functions.get(name);
    if (found === undefined || seen.has(name)) return false;
    return callsIn(found.body).some(
      (called) => called === 'scoped' || isScoped(called, new Set([...seen, name])),
    );
  };
  return [...functions]
    .filter(([name, { body, exported }]) => exported && asksTheDatabase(body) && !isScoped(name, new Set()))
    .map(([name]) => name);
}

/** Named functions of a declaration: `function f() {}` and `const f = () => …`. */
function functionsOf(declaration: SyntaxNode): [name: string, body: unknown][] {
  if (declaration.type === 'FunctionDeclaration')
    return [[nameOf(declaration.identifier) ?? '', declaration]];
  if (declaration.type !== 'VariableDeclaration' || !Array.isArray(declaration.declarations)) return [];
  return declaration.declarations.filter(isNode).flatMap(({ id, init }): [string, unknown][] => {
    const isFunction = isNode(init) && /^(Arrow)?FunctionExpression$/.test(init.type);
    return isFunction ? [[nameOf(id) ?? '', init]] : [];
  });
}

/** A function that waits for something, or is handed a connection, asks the database; the others shape rows. */
function asksTheDatabase(body: unknown): boolean {
  let asks = isNode(body) && body.async === true;
  walk(body, (node) => {
    asks ||=
      node.type === 'MemberExpression' &&
      /^(selectFrom|execute|getKysely|query)/.test(nameOf(node.property) ?? '');
  });
  return asks;
}

function callsIn(body: unknown): string[] {
  const names: string[] = [];
  walk(body, (node) => {
    if (node.type === 'CallExpression') names.push(nameOf(node.callee) ?? '');
  });
  return names;
}

describe('the read models', () => {
  it('all go through scoped()', () => {
    expect(unscopedQueries(root)).toEqual([]);
  });

  it('are found when one does not', async () => {
    const files = {
      [`${folder}/scoped.ts`]: 'export const scoped = async (db) => db;\n',
      [`${folder}/options/option-list.ts`]: [
        "import { scoped } from '../scoped.ts';",
        'const page = (reader) => scoped(reader).limit(20);',
        'export async function listOptions(reader) {\n  return page(reader).execute();\n}',
        "export async function countAll(db) {\n  return db.selectFrom('seat_option').execute();\n}",
        "export const everything = (db) => db.selectFrom('seat_option').execute();",
        'export const shape = (row) => ({ id: row.id });',
        '',
      ].join('\n'),
    };
    expect(await onFixture(files, unscopedQueries)).toEqual([
      `${folder}/options/option-list.ts: countAll`,
      `${folder}/options/option-list.ts: everything`,
    ]);
  });
});
