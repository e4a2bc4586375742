import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporalCli } from '../../../bin/parts/pinned-programs.ts';
import { resolveProgram } from '../../../bin/parts/program.ts';
import { ROOT, readSettings } from '../../../bin/settings.ts';
import type { Stage } from './stage.ts';

const run = promisify(execFile);

/**
 * Keeps a story's history for `tests/replay`, when asked to: PLACET_RECORD_HISTORIES=1 npm test -- tests/workflows.
 * When a story changes, its new histories get new names; the old ones stay.
 */
export async function recordHistory(stage: Stage, workflowId: string, name: string): Promise<void> {
  if (process.env.PLACET_RECORD_HISTORIES === undefined) return;
  const { temporalAddress, temporalNamespace } = stage.address;
  const { stdout } = await run(await resolveProgram(temporalCli, readSettings().programs), [
    ...['workflow', 'show', '--workflow-id', workflowId, '--output', 'json'],
    ...['--address', temporalAddress, '--namespace', temporalNamespace],
  ]);
  await writeFile(join(ROOT, 'tests', 'replay', 'histories', `${name}.json`), stdout);
}
