import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { productFolders, root } from './support/project.ts';
import { runTool } from './support/run-tool.ts';

const folders = [...productFolders, 'tests'];

/** The broken rules of a tree, as sorted `rule: from -> to` lines. */
async function brokenArrows(base: string): Promise<string[]> {
  const { output } = await runTool(
    'dependency-cruiser',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    base,
  );
  const parsed: unknown = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  return violationsIn(parsed).sort();
}

function violationsIn(report: unknown): string[] {
  if (!isRecord(report) || !isRecord(report.summary)) throw new Error('not a report of dependency-cruiser');
  const { violations } = report.summary;
  if (!Array.isArray(violations)) throw new Error('a report without violations');
  return violations.filter(isRecord).map(({ rule, from, to }) => {
    const name = isRecord(rule) ? rule.name : rule;
    return to === from ? `${name}: ${from}` : `${name}: ${from} -> ${to}`;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const empty = Object.fromEntries(folders.map((folder) => [`${folder}/README.md`, `# ${folder}\n`]));
const broken = (files: Record<string, string>) => onFixture({ ...empty, ...files }, brokenArrows);

describe('the order of the folders', () => {
  it('holds in the project', async () => {
    expect(await brokenArrows(root)).toEqual([]);
  });

  it('refuses an arrow that points right, as a value or as a type', async () => {
    const lines = await broken({
      'rules/due.ts': "import { find } from '../database/find.ts';\nexport const due = find;\n",
      'database/find.ts':
        "import type { Verb } from '../activities/verb.ts';\nexport const find: Verb = 1;\n",
      'activities/verb.ts': "import type { Door } from '../api/door.ts';\nexport type Verb = Door;\n",
      'api/door.ts': "import type { Story } from '../workflows/story.ts';\nexport type Door = Story;\n",
      'workflows/story.ts': "import type { Start } from '../bin/start.ts';\nexport type Story = Start;\n",
      'bin/start.ts': 'export type Start = 1;\n',
    });
    expect(lines).toEqual([
      'arrow-activities: activities/verb.ts -> api/door.ts',
      'arrow-database: database/find.ts -> activities/verb.ts',
      'arrow-rules: rules/due.ts -> database/find.ts',
      'arrow-workflows: workflows/story.ts -> bin/start.ts',
    ]);
  });

  it('keeps Node and packages out of rules/', async () => {
    const lines = await broken({
      'rules/a.ts': [
        "import { readFileSync } from 'node:fs';",
        "import { Pool } from 'pg';",
        "import { Temporal } from 'temporal-polyfill';",
        'export const a = [readFileSync, Pool, Temporal];',
      ].join('\n'),
      'rules/b.ts': "export { a } from './a.ts';\n",
    });
    expect(lines.map((line) => line.split(' -> ')[0])).toContain('rules-pure: rules/a.ts');
    expect(lines.filter((line) => line.startsWith('rules-pure'))).toHaveLength(2);
  });

  it('lets a workflow take values only from its sandbox', async () => {
    const lines = await broken({
      'workflows/index.ts': "export { story } from './options/option.workflow.ts';\n",
      'workflows/options/option.workflow.ts': [
        "import { condition } from '@temporalio/workflow';",
        "import type { observe } from '../../activities/observe.ts';",
        "import { place } from '../../activities/observe.ts';",
        "import { life } from '../../rules/life.ts';",
        "import { processId } from '../../rules/processes.ts';",
        "import { lookAgain } from '../contracts/option.ts';",
        'export const story: typeof observe = [condition, place, life, processId, lookAgain];',
      ].join('\n'),
      'workflows/contracts/option.ts': "export const lookAgain = 'look-again';\n",
      'activities/observe.ts': 'export const observe = 1;\nexport const place = 2;\n',
      'rules/life.ts': 'export const life = {};\n',
      'rules/processes.ts': 'export const processId = {};\n',
    });
    expect(lines).toEqual([
      'sandbox-values: workflows/options/option.workflow.ts -> activities/observe.ts',
      'sandbox-values: workflows/options/option.workflow.ts -> rules/life.ts',
    ]);
  });

  it('lets the console take types, never values, from api/', async () => {
    const lines = await broken({
      'admin-ui/main.tsx': [
        "import type { Answer } from '../api/options/schema.ts';",
        "import { schema } from '../api/options/values.ts';",
        "import { verb } from '../activities/verb.ts';",
        'export const main: Answer = [schema, verb];',
      ].join('\n'),
      'api/options/schema.ts': 'export type Answer = unknown[];\n',
      'api/options/values.ts': 'export const schema = 1;\n',
      'activities/verb.ts': 'export const verb = 1;\n',
    });
    expect(lines).toEqual([
      'arrow-admin-ui-types: admin-ui/main.tsx -> api/options/values.ts',
      'arrow-admin-ui: admin-ui/main.tsx -> activities/verb.ts',
    ]);
  });

  it('keeps the launcher free of packages and of the rest of the tree', async () => {
    const lines = await broken({
      'bin/launch.mjs': [
        "import { spawn } from 'node:child_process';",
        "import { z } from 'zod';",
        "import { life } from '../rules/life.ts';",
        'export const launch = [spawn, z, life];',
      ].join('\n'),
      'rules/life.ts': 'export const life = {};\n',
    });
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.startsWith('launcher-needs-nothing: bin/launch.mjs -> '))).toBe(true);
  });

  it('finds a cycle, a file that nobody imports and an import that leads nowhere', async () => {
    const lines = await broken({
      'rules/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'rules/b.ts': "import { a } from './a.ts';\nimport { c } from './gone.ts';\nexport const b = [a, c];\n",
      'rules/alone.ts': 'export const alone = 1;\n',
    });
    expect(lines).toEqual([
      'no-cycle: rules/a.ts -> rules/b.ts',
      'no-orphan: rules/alone.ts',
      'resolvable: rules/b.ts -> ./gone.ts',
    ]);
  });
});
