import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { filesUnder, productFolders, root } from './support/project.ts';
import { nameOf, type SyntaxNode, statementsOf, walk } from './support/syntax-tree.ts';

const readers = ['bin/launch.mjs', 'bin/settings.ts'];

/** Files outside the two readers that touch the environment, whatever way they write it. */
function filesReadingTheEnvironment(base: string): string[] {
  return productFolders
    .flatMap((folder) => filesUnder(base, folder, /[.](ts|tsx|mjs|js)$/))
    .filter((file) => !readers.includes(file))
    .filter((file) => {
      let reads = false;
      walk(statementsOf(base, file), (node) => {
        reads ||= readsEnvironment(node);
      });
      return reads;
    });
}

function readsEnvironment(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return nameOf(node.property) === 'env' && isProcess(node.object);
    case 'VariableDeclarator':
      return isProcess(node.init) && takesEnv(node.id);
    case 'ImportDeclaration':
      return importsEnv(node);
    default:
      return false;
  }
}

function isProcess(value: unknown): boolean {
  let found = false;
  walk(value, (node) => {
    if (node.type === 'Identifier') found ||= nameOf(node) === 'process';
  });
  return found && !isMetaProperty(value);
}

function isMetaProperty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'MetaProperty';
}

function takesEnv(pattern: unknown): boolean {
  let found = false;
  walk(pattern, (node) => {
    if (node.type === 'KeyValuePatternProperty' || node.type === 'AssignmentPatternProperty') {
      found ||= nameOf(node.key) === 'env';
    }
  });
  return found;
}

function importsEnv(node: SyntaxNode): boolean {
  const source = nameOf(node.source);
  if (source !== 'node:process' && source !== 'process') return false;
  let found = false;
  walk(node.specifiers, (specifier) => {
    if (specifier.type === 'ImportSpecifier') {
      found ||= (nameOf(specifier.imported) ?? nameOf(specifier.local)) === 'env';
    }
  });
  return found;
}

describe('the environment', () => {
  it('is read by the launcher and by settings.ts only', () => {
    expect(filesReadingTheEnvironment(root)).toEqual([]);
  });

  it('is found however it is read', async () => {
    const offending = await onFixture(
      {
        'bin/settings.ts': 'export const port = process.env.PORT;\n',
        'bin/launch.mjs': 'export const home = process.env.PLACET_HOME;\n',
        'bin/main.ts': 'export const pid = process.pid;\n',
        'api/a.ts': 'export const a = process.env.PORT;\n',
        'api/b.ts': "export const b = process['env'].PORT;\n",
        'api/c.ts': 'const { env } = process;\nexport const c = env.PORT;\n',
        'api/d.ts': "import { env as e } from 'node:process';\nexport const d = e.PORT;\n",
        'api/e.ts': "import process from 'node:process';\nexport const e = process.env.PORT;\n",
        'api/f.ts': 'export const f = globalThis.process.env.PORT;\n',
      },
      filesReadingTheEnvironment,
    );
    expect(offending).toEqual(['api/a.ts', 'api/b.ts', 'api/c.ts', 'api/d.ts', 'api/e.ts', 'api/f.ts']);
  });
});
