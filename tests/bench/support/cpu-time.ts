import { readdirSync, readFileSync } from 'node:fs';

/** One line of /proc/<pid>/stat, as far as it is needed; ticks are hundredths of a second on every Linux we know. */
interface ProcessTimes {
  parent: number;
  ms: number;
}

/**
 * Processor time in milliseconds that this process and all it started have used so far, also those that have ended;
 * null where there is no /proc. It tells what work costs when other people use the machine too.
 */
export function cpuTimeMs(): number | null {
  const times = new Map<number, ProcessTimes>();
  try {
    for (const entry of readdirSync('/proc')) if (/^\d+$/.test(entry)) read(Number(entry), times);
  } catch {
    return null;
  }
  return [...times].reduce((sum, [pid, { ms }]) => (isOurs(pid, times) ? sum + ms : sum), 0);
}

/** The same of one process alone, and of those it has waited for. */
export function cpuTimeOf(pid: number): number | null {
  const times = new Map<number, ProcessTimes>();
  read(pid, times);
  return times.get(pid)?.ms ?? null;
}

function read(pid: number, times: Map<number, ProcessTimes>): void {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent = '0', ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const used = rest.slice(9, 13); // own user and system time, and that of children that have ended
    times.set(pid, { parent: Number(parent), ms: used.reduce((sum, ticks) => sum + Number(ticks) * 10, 0) });
  } catch {
    // it has ended since the folder was read: its parent counts it
  }
}

function isOurs(pid: number, times: ReadonlyMap<number, ProcessTimes>): boolean {
  if (pid === process.pid) return true;
  const parent = times.get(pid)?.parent;
  return parent !== undefined && parent > 1 && isOurs(parent, times);
}
