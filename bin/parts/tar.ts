import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/**
 * The bytes of the first file of this name (whatever its folder) in a .tar.gz archive; null when there is none.
 * Source: POSIX ustar, the name in bytes 0-99 and the size, octal, in bytes 124-135 of each header.
 */
export function readTarGzEntry(archive: Buffer, fileName: string): Buffer | null {
  const tar = gunzipSync(archive);
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const name = text(tar, at, 100);
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const start = at + BLOCK;
    if (name.split('/').at(-1) === fileName) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return null;
}

function text(bytes: Buffer, start: number, length: number): string {
  const field = bytes.toString('utf8', start, start + length);
  return field.split('\0')[0]?.trim() ?? '';
}
