import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ASK_EVERY_MS = 200;

/**
 * Lets one command at a time install into a checkout; a lock whose owner is gone is taken over.
 * @param {string} root
 * @param {() => Promise<void>} install
 */
export async function withInstallLock(root, install) {
  const folder = join(root, '.placet');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'install.lock');
  while (!take(lock)) await delay(ASK_EVERY_MS);
  try {
    await install();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
