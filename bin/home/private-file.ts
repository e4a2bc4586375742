import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** Writes a JSON file only its owner may read; who reads meanwhile sees the old content or the new. */
export function writePrivateJson(file: string, content: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}

/** Reads a JSON file; null when it is missing. @throws when it is not of the expected shape. */
export function readJson<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  const content = parseJson(readFileSync(file, 'utf8'), schema);
  if (content === null) throw new Error(`${file} is damaged. Move it away, then start again.`);
  return content;
}

/** null: the text is not JSON or not of the expected shape. */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
