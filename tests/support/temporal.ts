import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporalCli, temporalTestServer } from '../../bin/parts/pinned-programs.ts';
import { resolveProgram } from '../../bin/parts/program.ts';
import { startTemporal, type TemporalPart } from '../../bin/parts/temporal.ts';
import { readSettings } from '../../bin/settings.ts';
import { makeTestFolder, noteRunning } from './test-folder.ts';

/** The server whose clock a test can move: `createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
export function timeSkippingServerPath(): Promise<string> {
  return resolveProgram(temporalTestServer, readSettings().programs);
}

export type TestTemporal = TemporalPart & {
  namespace: string;
  /** Where its data is kept; null: in memory. */
  dataFile: string | null;
};

/**
 * A Temporal development server of the test's own, with schedules and lists. In memory, unless the test wants to
 * kill it and start it again on the same data (`dataFile`, `port`).
 */
export async function startTemporalDevServer(
  options: { dataFile?: string; port?: number } = {},
): Promise<TestTemporal> {
  const program = await resolveProgram(temporalCli, readSettings().programs);
  const folder = await makeTestFolder();
  const dataFile = options.dataFile ?? null;
  const part = await startTemporal({
    program,
    dataFile,
    logFile: join(folder, 'temporal.log'),
    port: options.port ?? null,
    namespace: 'placet',
  });
  noteRunning(folder, part.pid);
  const stop = async () => {
    await part.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...part, namespace: 'placet', dataFile, stop };
}
