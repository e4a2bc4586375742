import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import type { Log } from './log.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

let bundled: Promise<WorkflowBundleOption> | null = null;

/**
 * The stories as Temporal's sandbox runs them: bundled once per process, and with a folder once per content of their
 * sources and version of the SDK.
 */
export function workflowBundle(log: Log, bundleDir?: string): Promise<WorkflowBundleOption> {
  bundled ??= makeBundle(log, bundleDir);
  return bundled;
}

async function makeBundle(log: Log, bundleDir?: string): Promise<WorkflowBundleOption> {
  if (bundleDir === undefined) return bundle(log);
  const codePath = join(bundleDir, `stories-${await sourceHash()}.js`);
  if (!existsSync(codePath)) {
    const { code } = await bundle(log);
    await mkdir(bundleDir, { recursive: true });
    await writeFile(`${codePath}.${process.pid}`, code);
    await rename(`${codePath}.${process.pid}`, codePath);
  }
  return { codePath };
}

function bundle(log: Log): Promise<{ code: string }> {
  const quiet = { ...log, log: () => undefined };
  return bundleWorkflowCode({
    workflowsPath: join(root, 'workflows', 'index.ts'),
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => quiet.warn(message),
      error: (message) => quiet.error(message),
    },
  });
}

/** Everything the sandbox can reach: stories, contracts and the names of processes. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(
    await readFile(require.resolve('@temporalio/worker/package.json')),
  );
  const folder = join(root, 'workflows');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).startsWith('host'));
  for (const file of [...files.sort(), join(root, 'rules', 'processes.ts')]) {
    hash.update(`\n${relative(root, file)}\n`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
