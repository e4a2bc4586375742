import { sql } from 'kysely';
import { z } from 'zod';
import { type Scope, scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { LetterSnapshot, WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import { normalInstant } from '../../rules/options/calendar.ts';
import { askProcess } from '../ask-process.ts';
import { Problem } from '../problem.ts';
import { refuseFaults } from './refuse-faults.ts';
import { sampleSaying } from './sample-saying.ts';
import { readOptionsToTell, snapshotOf } from './snapshot-of.ts';

/** A text tried on an option. */
export interface TriedText {
  kind: WrittenLetterKind;
  language: LetterLanguage;
  content: LetterTemplate;
  organisationId: string;
  optionId: string;
}

/** What a try is made of: the letter it would be, and whom it would be for. */
export interface Tried {
  kind: WrittenLetterKind;
  snapshot: LetterSnapshot;
  contactId: string;
}

const Rendered = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** The PDF, in base64. */
  document: z.string(),
});
export type RenderedTry = z.output<typeof Rendered>;

/** How many texts are set at once: each takes a thread with its fonts. */
const atOnce = 2;
let running = 0;

/**
 * The letter an option's contact would get by a text, within the reader's reach.
 * @throws Problem `request.notFound` for an option elsewhere, `request.invalid` with each fault of the text.
 */
export async function tryText(db: Queries, scope: Scope, tried: TriedText): Promise<Tried> {
  const { kind, language, content, organisationId, optionId } = tried;
  const option = await db
    .selectFrom('seat_option')
    // dated as if it were owed in this transaction
    .select(['order_id as orderId', sql<string>`date_trunc('milliseconds', now())`.as('now')])
    .where('id', '=', optionId)
    .where('organisation_id', '=', organisationId)
    .where(scoped(scope, 'seat_option'))
    .executeTakeFirst();
  const asked = option === undefined ? [] : [{ optionId, orderId: option.orderId }];
  const [told] = await readOptionsToTell(db, asked);
  if (option === undefined || told === undefined)
    throw new Problem('request.notFound', { errors: [{ path: 'optionId', code: 'field.reference' }] });
  refuseFaults(kind, content);
  const now = normalInstant(option.now);
  const snapshot = snapshotOf({ ...told, contactLocale: language }, sampleSaying(kind, told, now), now);
  return { kind, snapshot: { ...snapshot, template: content }, contactId: told.contactId };
}

/**
 * Sets such a letter in a process of its own, which ends with it.
 * @throws Problem `preview.busy` when others are being set, `server.unavailable` when it takes too long.
 */
export async function renderTry({ kind, snapshot }: Tried, signal?: AbortSignal): Promise<RenderedTry> {
  if (running >= atOnce) throw new Problem('preview.busy', { values: { seconds: 2 } });
  running += 1;
  try {
    const told = await askProcess(
      {
        module: new URL('./preview-process.ts', import.meta.url),
        megabytes: 256,
        seconds: 60,
        tooMuch: new Problem('server.unavailable'),
        signal,
      },
      { kind, snapshot },
    );
    return Rendered.parse(told);
  } finally {
    running -= 1;
  }
}
