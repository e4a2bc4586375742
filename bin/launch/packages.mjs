import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withInstallLock } from './install-lock.mjs';
import { npm } from './npm.mjs';

/**
 * Installs the packages of the lock file unless node_modules already holds exactly them. npm writes its own copy of
 * the lock file into node_modules last, so an installation that broke off is seen too.
 *
 * "npm install --no-save" takes the lock file's versions and checksums and leaves the file alone, as "npm ci" does;
 * but "npm ci" refuses a lock file written behind a registry mirror that carries only some of the packages meant for
 * other machines, which nobody installs here.
 * In production (NODE_ENV) what only development needs is left out.
 * @param {{ root: string, npmScript: string | undefined, production: boolean }} options
 */
export async function ensurePackages({ root, npmScript, production }) {
  if (isInstalled(root, production)) return;
  await withInstallLock(root, async () => {
    if (isInstalled(root, production)) return; // somebody else was quicker
    const args = ['install', '--no-save', production ? '--omit=dev' : '--include=dev'];
    await npm('Installing packages', args, { cwd: root, npmScript }).catch((error) => {
      throw new Error(
        `${error.message}\nThe packages could not be installed. Check that the npm registry can be reached ` +
          '("npm ping"; a mirror is set with "npm config set registry <address>"), then run the same command again.',
      );
    });
  });
}

function isInstalled(root, production) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' || optional || devOptional || (production && dev) || present[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}
