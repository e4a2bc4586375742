import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A message the mail server kept. */
export type SunkMessage = { letterId: string; messageId: string; to: string; bytes: string };

/** Everything a mail server kept, by the headers the letters carry; `bytes` is a hash of what was sent. */
export async function readMailSink(mailDir: string): Promise<SunkMessage[]> {
  const names = (await readdir(mailDir)).filter((name) => name.endsWith('.eml') && !name.startsWith('.'));
  const messages: SunkMessage[] = [];
  for (const name of names) {
    const kept = await readFile(join(mailDir, name));
    const text = kept.toString('latin1');
    const head = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
    const header = (field: string) => new RegExp(`^${field}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
    // the envelope that the mail server put on top is not part of what was sent
    const sent = text.replace(/^(?:(?:Return-Path|Delivered-To): .*\r\n)+/, '');
    messages.push({
      letterId: header('X-Placet-Letter'),
      messageId: header('Message-ID'),
      to: header('Delivered-To'),
      bytes: createHash('sha256').update(sent, 'latin1').digest('hex'),
    });
  }
  return messages;
}
