import { Problem } from '../../activities/problem.ts';

/** Exports that one process writes at the same time: each holds a connection of the pool until its reader has it all. */
const most = 3;
let running = 0;

/**
 * Does the work of an export, unless as many as the process bears are under way.
 * @throws Problem `export.busy`
 */
export async function throughGate(work: () => Promise<void>): Promise<void> {
  if (running >= most) throw new Problem('export.busy', { values: { seconds: 5 } });
  running += 1;
  try {
    await work();
  } finally {
    running -= 1;
  }
}
