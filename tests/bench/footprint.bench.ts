import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bin/parts/free-port.ts';
import { environmentWith, ROOT } from '../../bin/settings.ts';

/**
 * What the whole stack of `npm start` weighs when nobody uses it: the proportional set size (PSS) of every process it
 * started, by part, some seconds after its ready line.
 */
const restSeconds = 15;

const home = await mkdtemp(join(tmpdir(), 'placet-footprint-'));
const started = spawn(process.execPath, [join(ROOT, 'bin', 'launch.mjs'), 'start'], {
  env: environmentWith({ PLACET_HOME: home, PORT: String(await freePort()) }),
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise<void>((resolve) => started.once('exit', () => resolve()));
try {
  await Promise.race([
    readyLine(),
    ended.then(() => Promise.reject(new Error('the stack ended before it was ready'))),
  ]);
  await pause(restSeconds * 1000);
  const parts = weigh(started.pid ?? 0);
  const rssMb = Math.round(Object.values(parts).reduce((sum, part) => sum + part, 0));
  process.stdout.write(`${JSON.stringify({ name: 'footprint', rssMb, parts })}\n`);
} finally {
  started.kill('SIGTERM');
  await ended;
  await rm(home, { recursive: true, force: true });
}

async function readyLine(): Promise<void> {
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith('Placet is ready at ')) return;
  }
}

/** Megabytes of PSS by kind of process, over the started process and all that it started. */
function weigh(root: number): Record<string, number> {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = read(`/proc/${entry}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(entry), parent);
  }
  const parts: Record<string, number> = {};
  for (const pid of parents.keys()) {
    if (!descends(pid, root, parents)) continue;
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
    const name = partName(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '));
    parts[name] = Math.round((parts[name] ?? 0) + kilobytes / 1024);
  }
  return parts;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === root) return true;
  }
  return false;
}

function partName(command: string): string {
  if (command.includes('postgres')) return 'postgres';
  if (command.includes('temporal')) return 'temporal';
  return /bin[/\\](\w[\w-]*)\.ts/.exec(command)?.[1] ?? 'launcher';
}

/** A process may end while it is being looked at: it then weighs nothing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
