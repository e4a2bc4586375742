import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { LetterKind } from '../../rules/letters/letter-snapshot.ts';
import { oneLine } from './clean-text.ts';
import { isMailAddress, type Mailbox } from './mail-address.ts';
import { MailRefused } from './mail-refused.ts';
import type { RenderedLetter } from './render-letter.ts';

/** The letter's own particulars in its message. */
export type LetterHeaders = {
  id: string;
  kind: LetterKind;
  to: Mailbox;
  from: Mailbox;
  replyTo: Mailbox | null;
  /** With its angle brackets; one per letter owed, the same each time its bytes go out. */
  messageId: string;
  /** An instant. */
  date: string;
  /** Sent to whoever tries a text. */
  test?: boolean;
};

/** The document that goes with a message; `fileName` is what the reader will save it as. */
export type AttachedDocument = { fileName: string; content: Buffer };

/**
 * The bytes of a letter's message (RFC 5322): text and HTML side by side, the document attached where there is one. The same
 * input gives the same bytes, so that what is stored is what is sent however often.
 * @throws MailRefused `mail.addressInvalid`, permanent, when a mailbox is not one address.
 * @throws RangeError when the Message-ID or the date is malformed: no value of a person makes either.
 */
export function composeMessage({
  letter,
  rendered,
  pdf,
  calendar = null,
}: {
  letter: LetterHeaders;
  rendered: RenderedLetter;
  /** Null for a letter without a document. */
  pdf: AttachedDocument | null;
  /** The performance, for the reader's calendar. */
  calendar?: AttachedDocument | null;
}): Promise<Buffer> {
  return new MailComposer({
    from: mailbox(letter.from),
    to: mailbox(letter.to),
    replyTo: letter.replyTo === null ? undefined : mailbox(letter.replyTo),
    subject: oneLine(rendered.subject),
    messageId: messageId(letter.messageId),
    date: new Date(instant(letter.date)),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Placet-Letter': oneLine(letter.id),
      'X-Placet-Letter-Kind': letter.kind,
      ...(letter.test === true ? { 'X-Placet-Test': 'yes' } : {}),
    },
    text: rendered.text,
    html: rendered.html,
    attachments: [
      ...(pdf === null
        ? []
        : [{ filename: oneLine(pdf.fileName), content: pdf.content, contentType: 'application/pdf' }]),
      ...(calendar === null
        ? []
        : [
            {
              filename: oneLine(calendar.fileName),
              content: calendar.content,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
            },
          ]),
    ],
    baseBoundary: createHash('sha256').update(letter.messageId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function mailbox({ name, address }: Mailbox): { name: string; address: string } {
  if (!isMailAddress(address)) {
    throw new MailRefused({ code: 'mail.addressInvalid', permanent: true, response: null });
  }
  return { name: oneLine(name ?? ''), address };
}

function messageId(value: string): string {
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(value)) {
    throw new RangeError(`Not a Message-ID: ${JSON.stringify(value)}`);
  }
  return value;
}

function instant(value: string): number {
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`Not an instant: ${JSON.stringify(value)}`);
  }
  return milliseconds;
}
