import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its text is asked for piece by piece. */
export interface ZipPart {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

/** The fastest compression: rows of a table are much alike, and more would cost three times the work for a tenth. */
const level = 1;
/** Beyond this the format needs wider fields, which no workbook of ours comes near. */
const largest = 0xffff_ffff;
/** 1 January 1980, the format's first day: an archive of the same rows is the same file. */
const madeOn = 0x0021;
const version = 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;

interface Written {
  path: Buffer;
  offset: number;
  crc: number;
  size: number;
  packed: number;
}

/** An archive as its bytes are made (PKWARE APPNOTE 6.3): flat in memory, each part asked for when the last is done. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { path, text } of parts) {
    const entry: Written = { path: Buffer.from(path), offset, crc: 0, size: 0, packed: 0 };
    const head = localHeader(entry);
    yield head;
    for await (const chunk of packed(text, entry)) yield chunk;
    const tail = dataDescriptor(entry);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    if (entry.size > largest || offset > largest)
      throw new Error('The archive is larger than its format can say.');
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

/** The bytes of a part as they are compressed, in the pool of threads; sizes and checksum are counted on the way. */
async function* packed(text: ZipPart['text'], entry: Written): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw({ level, chunkSize: 65_536 });
  const source = Readable.from(counted());
  source.on('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  try {
    for await (const chunk of deflate) {
      if (!Buffer.isBuffer(chunk)) continue;
      entry.packed += chunk.length;
      yield chunk;
    }
  } finally {
    source.destroy(); // who leaves early ends the reading too
  }
}

function localHeader({ path }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(madeOn, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function dataDescriptor({ crc, size, packed: packedSize }: Written): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packedSize, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function centralHeader({ path, offset, crc, size, packed: packedSize }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(version, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(madeOn, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packedSize, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, path]);
}

function endOfDirectory(parts: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
