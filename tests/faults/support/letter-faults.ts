import type { SunkMessage } from './mail-sink.ts';
import type { OptionRow } from './wanted-options.ts';

/** What was forgotten and what was done twice. */
export type Faults = { missing: string[]; twice: string[] };

/** What is wrong with the one letter of an option: in its row, and in the mailbox of its contact. */
export function letterFaults(
  option: OptionRow,
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
): Faults {
  const missing: string[] = [];
  const twice: string[] = [];
  const [letter] = option.letters;
  if (letter === undefined) return { missing: ['no letter is owed'], twice };
  if (option.letters.length > 1) twice.push(`${option.letters.length} letters`);
  if (letter.state !== 'sent') missing.push(`its letter is ${letter.state}`);
  const kept = messages.get(letter.id) ?? [];
  if (!kept.some((message) => message.to === letter.recipient))
    missing.push('no message reached the contact');
  const [messageIds, bytes] = [
    new Set(kept.map((each) => each.messageId)),
    new Set(kept.map((each) => each.bytes)),
  ];
  if (messageIds.size > 1 || bytes.size > 1)
    twice.push(`${messageIds.size} Message-IDs, ${bytes.size} texts`);
  return { missing, twice };
}
