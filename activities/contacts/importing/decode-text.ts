import { Problem } from '../../problem.ts';

/**
 * The text of a file: UTF-8 or UTF-16 when it says so by its first bytes, UTF-8 when it is valid UTF-8, else
 * Windows-1252, which is what French spreadsheets write.
 * @throws Problem `import.unreadable` for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new Problem('import.unreadable');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
