import { statSync } from 'node:fs';

/** A test file, as far as its order is concerned. */
interface TestFile {
  path: string;
}

/** Where long files are, the longest first; the second needs no demo, which the first is still having made. */
const long = [
  '/tests/browser/pages.',
  '/tests/workflows/host/outage.',
  '/tests/browser/story',
  '/tests/browser/',
  '/tests/workflows/host/',
  '/tests/bin/start.',
];

/**
 * Runs long files first, so that none of them is left alone at the end, on a new machine too; the others by their size.
 * It answers what jest asks of a sequencer.
 */
// biome-ignore lint/style/noDefaultExport: jest looks for the default export
export default class LongestFirst {
  sort<File extends TestFile>(files: readonly File[]): File[] {
    const ranked = files.map((file) => ({ file, rank: rankOf(file), size: statSync(file.path).size }));
    return ranked.toSorted((a, b) => a.rank - b.rank || b.size - a.size).map(({ file }) => file);
  }

  /** A part of a run: every n-th file. */
  shard<File extends TestFile>(
    files: readonly File[],
    { shardIndex, shardCount }: { shardIndex: number; shardCount: number },
  ): File[] {
    return files.filter((_file, at) => at % shardCount === shardIndex - 1);
  }

  /** Which files failed before is not kept. */
  allFailedTests<File>(files: readonly File[]): readonly File[] {
    return files;
  }

  cacheResults(): void {
    // nothing is kept
  }
}

function rankOf({ path }: TestFile): number {
  const at = long.findIndex((start) => path.replaceAll('\\', '/').includes(start));
  return at === -1 ? long.length : at;
}
