import type { SunkMessage } from './mail-sink.ts';
import type { OptionRow } from './wanted-options.ts';

/** What was forgotten and what was done twice. */
export type Faults = { missing: string[]; twice: string[] };

/** What is wrong with the one letter of a kind of an option: in its row, and in the mailbox of its contact. */
export function letterFaults(
  option: OptionRow,
  kind: string,
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
): Faults {
  const missing: string[] = [];
  const twice: string[] = [];
  const [letter, ...others] = option.letters.filter((each) => each.kind === kind);
  if (letter === undefined) return { missing: [`no ${kind} is owed`], twice };
  if (others.length > 0) twice.push(`${others.length + 1} letters of ${kind}`);
  if (letter.state !== 'sent') missing.push(`its ${kind} is ${letter.state}`);
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
