import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether a process of this id runs, whoever owns it. One that has ended but was not yet buried does not. */
export function isAlive(pid: number): boolean {
  return processIdentity(pid) !== null;
}

/**
 * A text that no other process of this machine ever has, although ids are given out again: its id and the moment
 * it began. null when it does not run.
 */
export function processIdentity(pid: number): string | null {
  try {
    if (!existsSync('/proc/self/stat')) {
      const [state, ...started] = psOf(pid, 'state=,lstart=').split(/\s+/);
      return state === undefined || state.startsWith('Z') ? null : `${pid} ${started.join(' ')}`;
    }
    // After the name, which may hold anything, in brackets: state is field 3, start time field 22 (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? null : `${pid} ${fields[19]} ${boot}`;
  } catch {
    return null; // it is gone
  }
}

/** The command line of a process, or an empty text when it is gone or cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (!existsSync('/proc/self/cmdline')) return psOf(pid, 'command=');
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ''; // it is gone
  }
}

function psOf(pid: number, format: string): string {
  return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).trim();
}
