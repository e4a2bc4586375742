import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The bytes of the first file in a zip archive whose path ends as asked; null when there is none.
 * Reads what wheels are made of: one disk, no encryption, no ZIP64 (source: APPNOTE.TXT 6.3.10, section 4.3).
 * @throws when the archive is damaged or uses another compression.
 */
export function readZipEntry(archive: Buffer, pathEnd: string): Buffer | null {
  const end = archive.lastIndexOf(signature(END_OF_DIRECTORY));
  if (end < 0) throw new Error('This is not a zip archive: it has no directory.');
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new Error('The zip archive is damaged: its directory breaks off.');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.endsWith(pathEnd)) return extract(archive, at);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return null;
}

function extract(archive: Buffer, directoryEntry: number): Buffer {
  const method = archive.readUInt16LE(directoryEntry + 10);
  const size = archive.readUInt32LE(directoryEntry + 20);
  const local = archive.readUInt32LE(directoryEntry + 42);
  if (archive.readUInt32LE(local) !== LOCAL_ENTRY)
    throw new Error('The zip archive is damaged: a file is not where the directory says.');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + size);
  if (method === STORED) return Buffer.from(bytes);
  if (method === DEFLATED) return inflateRawSync(bytes);
  throw new Error(`The zip archive uses compression method ${method}, which is not known here.`);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
