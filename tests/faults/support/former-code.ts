import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../../../bin/parts/progress.ts';
import { ROOT } from '../../../bin/settings.ts';

const run = promisify(execFile);

/** The product's code as it was, ready to run. */
export type FormerCode = { root: string; remove(): Promise<void> };

/** Checks a commit out beside this code and installs what it needs; usually the one before the newest migration came. */
export async function formerCode(commit?: string): Promise<FormerCode> {
  const from =
    commit ?? `${await git('rev-list', '-1', '--first-parent', 'HEAD', '--', 'migrations/index.ts')}^`;
  const root = join(await mkdtemp(join(tmpdir(), 'placet-former-')), 'code');
  await git('worktree', 'add', '--quiet', '--detach', root, from);
  const remove = async () => {
    await git('worktree', 'remove', '--force', root);
  };
  try {
    say(`The former code is that of ${await git('-C', root, 'log', '-1', '--format=%h, %s')}`);
    await run(process.execPath, ['bin/launch.mjs', 'placet', '--help'], { cwd: root });
  } catch (error) {
    await remove();
    throw error;
  }
  return { root, remove };
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: ROOT });
  return stdout.trim();
}
