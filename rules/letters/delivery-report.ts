/** One recipient's fate in a delivery status notification (RFC 3464). */
export interface DeliveryReport {
  /** Message-ID of what was sent, with its angle brackets. */
  messageId: string;
  recipient: string | null;
  /** Only `failed` is a bounce; `delayed` and the rest are news of something that goes on. */
  action: string;
  /** Enhanced status (RFC 3463), such as `5.1.1`; null when the server named none. */
  status: string | null;
  /** The server's own words. */
  said: string | null;
}

interface Part {
  headers: ReadonlyMap<string, string>;
  body: string;
}

const deepest = 5;

/** The messages of an mbox file, or the one message of a file that is none. */
export function messagesOf(file: string): string[] {
  const text = file.replaceAll('\r\n', '\n');
  if (!text.startsWith('From ')) return text.trim() === '' ? [] : [text];
  return text
    .split(/^From .*\n/m)
    .filter((message) => message.trim() !== '')
    .map((message) => message.replace(/^>(>*From )/gm, '$1'));
}

/** What a message reports about letters of ours; empty when it is no delivery status notification. */
export function deliveryReports(message: string): DeliveryReport[] {
  const parts = partsOf(readPart(message.replaceAll('\r\n', '\n')), 0);
  const status = parts.find((part) => typeOf(part) === 'message/delivery-status');
  const original = parts.find((part) =>
    ['message/rfc822', 'message/rfc822-headers', 'text/rfc822-headers', 'message/global'].includes(
      typeOf(part),
    ),
  );
  const messageId =
    original && /<[^<>\s]+>/.exec(readPart(original.body).headers.get('message-id') ?? '')?.[0];
  if (status === undefined || messageId === undefined) return [];
  // the first group speaks of the message, each further one of a recipient
  const [, ...recipients] = status.body.trim().split(/\n[ \t]*\n+/);
  return recipients.map((group) => {
    const fields = headersOf(group);
    return {
      messageId,
      recipient: addressOf(fields.get('final-recipient') ?? fields.get('original-recipient')),
      action: (fields.get('action') ?? '').toLowerCase(),
      status: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
      said: fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? null,
    };
  });
}

/** Why a letter came back, as far as servers tell it apart. */
const bounceCauses = [
  'unknownAddress',
  'mailboxFull',
  'mailboxClosed',
  'tooLarge',
  'blocked',
  'unreachable',
  'other',
] as const;
export type BounceCause = (typeof bounceCauses)[number];

/** Reads the cause from the status (RFC 3463); a server that says `5.0.0` is taken by the code in its words. */
export function bounceCause({ status, said }: Pick<DeliveryReport, 'status' | 'said'>): BounceCause {
  const vague = status === null || /\.0\.0$/.test(status);
  const code = (vague ? /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said ?? '')?.[0] : null) ?? status ?? '';
  const [, subject = '', detail = ''] = code.split('.');
  switch (subject) {
    case '1':
      return 'unknownAddress';
    case '2':
      if (detail === '1') return 'mailboxClosed';
      if (detail === '2') return 'mailboxFull';
      return detail === '3' ? 'tooLarge' : 'other';
    case '3':
      return detail === '4' ? 'tooLarge' : 'other';
    case '4':
      return 'unreachable';
    case '7':
      return 'blocked';
    default:
      return 'other';
  }
}

function readPart(text: string): Part {
  const end = text.search(/\n[ \t]*\n/);
  const head = end === -1 ? text : text.slice(0, end);
  return { headers: headersOf(head), body: end === -1 ? '' : text.slice(end).replace(/^\n[ \t]*\n/, '') };
}

/** A part and those inside it. */
function partsOf(part: Part, depth: number): Part[] {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(part.headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !typeOf(part).startsWith('multipart/') || depth === deepest) return [part];
  const pieces = `\n${part.body}`.split(`\n--${mark}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(readPart(piece.replace(/^[^\n]*\n/, '')), depth + 1));
}

function headersOf(head: string): Map<string, string> {
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** `rfc822; ada@example.test` without its kind. */
function addressOf(field: string | undefined): string | null {
  const address = field?.split(';').at(-1)?.trim().replace(/^<|>$/g, '') ?? '';
  return address === '' ? null : address;
}
