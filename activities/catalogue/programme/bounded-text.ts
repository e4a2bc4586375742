import { UnreadableInput } from './fault.ts';

const megabyte = 1024 * 1024;

/** The largest file of either kind that is read, in bytes. */
const maxFileBytes = 32 * megabyte;

/**
 * Reads a stream of bytes as UTF-8 text (a byte order mark is dropped), and stops as soon as it is too large.
 * @throws UnreadableInput `programme.size` or `programme.encoding`
 */
export async function boundedText(
  where: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number = maxFileBytes,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const values = { maxMegabytes: Math.floor(maxBytes / megabyte) };
      throw new UnreadableInput([{ where, code: 'programme.size', values }]);
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new UnreadableInput([{ where, code: 'programme.encoding', values: {} }], { cause });
  }
}
