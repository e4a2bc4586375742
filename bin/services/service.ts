import { once } from 'node:events';
import { type Child, type Exit, startChild, stopChild } from '../parts/child.ts';
import { Answer, BEGIN } from './messages.ts';

export type ServiceSettings = {
  name: string;
  /** The file that runs; it calls serve(). */
  entry: string;
  logFile: string;
  env: NodeJS.ProcessEnv;
  /** How long it may take to end in good order, in milliseconds. */
  graceMs: number;
};

export type Service = {
  pid: number;
  exited: Promise<Exit>;
  /** Says that its surroundings are there. Resolves when it is ready; @throws when it could not start. */
  begin(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a service's process, which loads its code and waits for the word to begin. */
export async function prepareService(settings: ServiceSettings, signal?: AbortSignal): Promise<Service> {
  const child = await startChild({
    command: process.execPath,
    // most of what a request makes is forgotten with it: room for it saves collecting it twice
    args: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32', settings.entry],
    logFile: settings.logFile,
    env: settings.env,
    messages: true,
    signal,
  });
  return {
    pid: child.pid,
    exited: child.exited,
    begin: () => begin(child, settings),
    stop: async () => {
      await stopChild(child, 'SIGTERM', settings.graceMs);
    },
  };
}

async function begin(child: Child, settings: ServiceSettings): Promise<void> {
  const answered = once(child.process, 'message');
  child.process.send(BEGIN);
  const first = await Promise.race([answered, child.exited]);
  const answer = Array.isArray(first) ? Answer.parse(first[0]) : { failed: 'it ended without a word' };
  if ('ready' in answer) return;
  throw new Error(`The ${settings.name} did not start: ${answer.failed} (its log is ${settings.logFile})`);
}
