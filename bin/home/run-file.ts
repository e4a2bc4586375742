import { rmSync } from 'node:fs';
import { z } from 'zod';
import { processIdentity } from '../parts/process-info.ts';
import { waitUntil } from '../parts/wait-until.ts';
import { readJson, writePrivateJson } from './private-file.ts';

const RunningPart = z.object({
  pid: z.number().int(),
  /** null: the part listens on none. */
  port: z.number().int().nullable(),
  url: z.string().nullable(),
  /** Tells the process from a later one with the same id. */
  identity: z.string().nullable(),
});

type RunningPart = z.infer<typeof RunningPart>;

const Run = z.object({ pid: z.number().int(), url: z.string(), parts: z.record(z.string(), RunningPart) });

type Run = z.infer<typeof Run>;

const GRACE_MS = 8_000;
const KILL_MS = 2_000;

/** What runs in a home: the parts this start brought up, with their processes and addresses. */
export function writeRun(file: string, run: { url: string; parts: Record<string, PartAddress> }): void {
  const parts = Object.fromEntries(
    Object.entries(run.parts).map(([name, part]) => [name, { ...part, identity: processIdentity(part.pid) }]),
  );
  writePrivateJson(file, { pid: process.pid, url: run.url, parts } satisfies Run);
}

export type PartAddress = { pid: number; port: number | null; url: string | null };

/** A part that runs now; null when nothing does, or it is not one we started. */
export function livePart(file: string, name: string): PartAddress | null {
  const part = readJson(file, Run)?.parts[name];
  return part !== undefined && isStill(part) ? part : null;
}

export function removeRun(file: string): void {
  rmSync(file, { force: true });
}

/** Ends the parts that a killed start left behind, so that the next one finds their data and ports free. */
export async function stopLeftovers(file: string): Promise<void> {
  const run = readJson(file, Run);
  if (run === null) return;
  const left = Object.values(run.parts).filter((part) => part.pid !== process.pid && isStill(part));
  await Promise.all(left.map(end));
  removeRun(file);
}

function isStill({ pid, identity }: RunningPart): boolean {
  return identity !== null && processIdentity(pid) === identity;
}

async function end(part: RunningPart): Promise<void> {
  const gone = () => !isStill(part);
  process.kill(part.pid, 'SIGINT'); // what every part, PostgreSQL too, takes as: end now, in good order
  if (await waitUntil(gone, { withinMs: GRACE_MS, everyMs: 50 })) return;
  process.kill(part.pid, 'SIGKILL');
  await waitUntil(gone, { withinMs: KILL_MS, everyMs: 50 });
}
