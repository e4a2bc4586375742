import { type Home, openHome } from '../home/home.ts';
import { takeLock } from '../home/lock.ts';
import { removeRun, stopLeftovers } from '../home/run-file.ts';
import { homeSecrets, type Secrets } from '../home/secrets.ts';
import { isFree } from '../parts/free-port.ts';
import { say, withProgress } from '../parts/progress.ts';
import { readSettings, type Settings } from '../settings.ts';
import { demoSignIns } from './demo.ts';
import { startStack } from './stack.ts';

/**
 * `npm start`: everything Placet needs, on this machine, until SIGINT or SIGTERM.
 * @returns the exit code: 0 after a stop that was asked for, 1 when the home is in use.
 */
export async function start(): Promise<number> {
  const settings = readSettings();
  const home = openHome(settings.home);
  const stopAsked = stopSignal();
  const lock = takeLock(home.folder);
  if ('heldBy' in lock) {
    say(
      `Placet already runs on ${home.folder} (process ${lock.heldBy}). Stop it first, or set PLACET_HOME to another folder.`,
    );
    return 1;
  }
  try {
    await stopLeftovers(home.run);
    if (!(await isFree(settings.port))) {
      say(`Port ${settings.port} is used by another program. Stop it, or set PORT to another port.`);
      return 1;
    }
    await run(settings, home, stopAsked);
    return 0;
  } finally {
    removeRun(home.run);
    lock.release();
  }
}

async function run(settings: Settings, home: Home, stopAsked: Promise<void>): Promise<void> {
  const secrets = homeSecrets(home.folder, settings.demoPassword);
  const stack = await startStack(settings, home, secrets);
  try {
    await Promise.race([stack.ready.then(() => announce(settings, secrets)), stopAsked]);
    await stopAsked;
  } finally {
    await withProgress('Stopping', stack.stop);
  }
}

function announce(settings: Settings, secrets: Secrets): void {
  const signIns = settings.demo ? `${demoSignIns(secrets.demoPassword)}\n` : '';
  process.stdout.write(`${signIns}Placet is ready at ${settings.publicUrl}\n`);
}

/** npm, a terminal and a starter of an older Node may each send the signal: the first counts. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
