import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTarGzEntry } from '../../bin/parts/tar.ts';
import { readZipEntry } from '../../bin/parts/zip.ts';
import { tarGzOf, zipOf } from './archives.ts';

const content = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes));

describe('an archive', () => {
  it('gives back what was zipped', () => {
    fc.assert(
      fc.property(content, content, fc.boolean(), (first, second, compress) => {
        const archive = zipOf(
          { 'tool-1.data/scripts/tool': first, 'tool-1.dist-info/RECORD': second },
          compress,
        );
        expect(readZipEntry(archive, '.data/scripts/tool')).toEqual(first);
        expect(readZipEntry(archive, '/RECORD')).toEqual(second);
        expect(readZipEntry(archive, '/missing')).toBeNull();
      }),
    );
  });

  it('gives back what was tarred', () => {
    fc.assert(
      fc.property(content, content, (first, second) => {
        const archive = tarGzOf({ 'README.md': first, 'bin/tool': second });
        expect(readTarGzEntry(archive, 'tool')).toEqual(second);
        expect(readTarGzEntry(archive, 'missing')).toBeNull();
      }),
    );
  });

  it('is refused when it is none', () => {
    expect(() => readZipEntry(Buffer.from('<html>not found</html>'), 'tool')).toThrow('not a zip archive');
  });
});
