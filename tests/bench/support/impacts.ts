import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../../bin/settings.ts';

/** A process that works out impacts of rules, as a worker does, on a house of its own with 10,000 stored requests. */
export interface Impacts {
  /** Works out one impact; answers how many seconds it took. */
  one(): Promise<number>;
  /** Works out one after the other, until what it answers is called. */
  goOn(): () => Promise<void>;
  end(): void;
}

/** Starts it on the database of a benchmark. */
export async function startImpacts(databaseUrl: string): Promise<Impacts> {
  const child = fork(join(ROOT, 'tests', 'bench', 'impacts.ts'), [databaseUrl]);
  const exited = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`impacts ended with ${String(code)}`)),
  );
  exited.catch(() => undefined); // told to whoever waits for an answer
  const said = async (): Promise<number> => {
    const heard = new AbortController();
    const message = once(child, 'message', { signal: heard.signal });
    try {
      const [seconds] = await Promise.race([message, exited]);
      return z.number().parse(seconds);
    } finally {
      heard.abort();
    }
  };
  await said();
  const one = () => {
    const answer = said();
    child.send('one');
    return answer;
  };
  return {
    one,
    goOn: () => {
      let going = true;
      const gone = (async () => {
        while (going) await one();
      })();
      return async () => {
        going = false;
        await gone;
      };
    },
    end: () => {
      child.kill();
    },
  };
}
