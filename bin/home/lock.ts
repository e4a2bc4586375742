import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../parts/errors.ts';
import { processIdentity } from '../parts/process-info.ts';
import { parseJson } from './private-file.ts';

const Owner = z.object({ pid: z.number(), identity: z.string() });

export type Lock = { release(): void };

/**
 * Takes a home for this process; a lock whose owner is gone is taken over.
 * @returns the lock, or the id of the process that holds it.
 */
export function takeLock(home: string): Lock | { heldBy: number } {
  const file = join(home, 'lock');
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  for (;;) {
    if (create(file, mine)) return { release: () => rmSync(file, { force: true }) };
    const content = read(file);
    if (content === null) continue; // released meanwhile
    const heldBy = ownerOf(content);
    if (heldBy !== null) return { heldBy };
    rmSync(file, { force: true });
  }
}

/** Under a name of its own first: a lock always has its whole content. */
function create(file: string, content: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The process that wrote the lock, if it still runs. */
function ownerOf(content: string): number | null {
  const owner = parseJson(content, Owner);
  return owner !== null && processIdentity(owner.pid) === owner.identity ? owner.pid : null;
}
