import { join } from 'node:path';
import type { Home } from '../home/home.ts';
import { prepareService, type Service } from '../services/service.ts';
import type { Running } from '../services/supervise.ts';
import { ROOT } from '../settings.ts';

/** `npm start` must be gone 15 s after a signal; Temporal and PostgreSQL come after these. */
const GRACE_MS = 7_000;

/** A process of ours that loads its code before it is needed. */
export type ServicePart = {
  /** Begins with the prepared process, and after that one with a new one each time. */
  start(signal: AbortSignal): Promise<Running>;
  /** Ends the prepared process if it was never begun. */
  abandon(): Promise<void>;
};

/** `root`: the code it runs, usually this. */
export function servicePart(
  name: 'api' | 'worker' | 'prepare',
  home: Home,
  env: NodeJS.ProcessEnv,
  address: { port: number | null; url: string | null },
  root = ROOT,
): ServicePart {
  const prepare = (signal?: AbortSignal) =>
    prepareService(
      { name, entry: join(root, 'bin', `${name}.ts`), logFile: home.logOf(name), env, graceMs: GRACE_MS },
      signal,
    );
  let prepared: Promise<Service> | null = prepare();
  return {
    start: async (signal) => {
      const service = await (prepared ?? prepare(signal));
      prepared = null;
      const end = () => void service.stop();
      signal.addEventListener('abort', end, { once: true });
      await service.begin();
      return { pid: service.pid, ...address, exited: service.exited, stop: service.stop };
    },
    abandon: async () => {
      await (await prepared)?.stop();
    },
  };
}
