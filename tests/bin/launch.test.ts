import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../../bin/settings.ts';

const run = promisify(execFile);

/** The first fetch of a private Node goes over the network. */
const FETCH_MS = 180_000;

type OldNode = { node: string; args: string[] };

/** This Node, but it says that it is an old one. */
const disguised: OldNode = {
  node: process.execPath,
  args: ['--import', `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`],
};

/** Real old Nodes of this machine, where it has some. */
async function realOldNodes(): Promise<OldNode[]> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const nodes = folders.map((folder) => join(folder, 'node')).filter((node) => existsSync(node));
  const versions = await Promise.all(
    nodes.map(async (node) => Number.parseInt((await run(node, ['-p', 'process.versions.node'])).stdout, 10)),
  );
  return nodes.filter((_, index) => (versions[index] ?? 0) < 22).map((node) => ({ node, args: [] }));
}

describe('the launcher', () => {
  it(
    'brings its own Node where the present one is too old',
    async () => {
      for (const { node, args } of [disguised, ...(await realOldNodes())]) {
        const { stdout } = await run(node, [...args, join(ROOT, 'bin', 'launch.mjs'), 'placet', '--help']);
        expect(stdout).toContain('Usage: npm run -s placet -- <command>');
      }
    },
    FETCH_MS,
  );

  it('names the scripts there are when it is asked for another', async () => {
    const failing = run(process.execPath, [join(ROOT, 'bin', 'launch.mjs'), 'dance']);
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('start, test'),
    });
  });
});

describe('the command line', () => {
  const placet = (...args: string[]) =>
    run(process.execPath, [join(ROOT, 'bin', 'launch.mjs'), 'placet', ...args]);

  it('lists its commands, one line each', async () => {
    const { stdout } = await placet('--help');
    expect(stdout).toMatch(/^ {2}migrate +bring the database to the newest schema$/m);
  });

  it('explains a command', async () => {
    await expect(placet('migrate', '--help')).resolves.toMatchObject({
      stdout: expect.stringContaining('placet -- migrate'),
    });
  });

  it('does not guess what an unknown command means', async () => {
    await expect(placet('migrat')).rejects.toMatchObject({ code: 1, stdout: '' });
  });
});
