import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../parts/progress.ts';
import { environmentWith, ROOT } from '../settings.ts';
import { runNode } from './run-node.ts';

/** `npm run bench -- <name>` and `npm run faults -- <name>`: one program of tests/<kind>, by its name. */
export function runNamed(kind: 'bench' | 'faults'): (args: readonly string[]) => Promise<number> {
  const folder = join(ROOT, 'tests', kind);
  const ending = `.${kind}.ts`;
  return async ([name = '', ...args]) => {
    const file = join(folder, `${name}${ending}`);
    if (/^[a-z-]+$/.test(name) && existsSync(file)) {
      return runNode([file, ...args], { env: environmentWith({}), output: 'result' });
    }
    const names = (await readdir(folder))
      .filter((each) => each.endsWith(ending))
      .map((each) => each.slice(0, -ending.length));
    say(`Usage: npm run ${kind} -- <name>. There are: ${names.sort().join(', ')}.`);
    return 1;
  };
}
