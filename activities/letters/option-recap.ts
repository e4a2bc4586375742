import { sql } from 'kysely';
import { type Scope, scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { letterLanguage } from '../../rules/letters/letter-language.ts';
import { recapKind } from '../../rules/letters/recap-kind.ts';
import { shippedTemplate } from '../../rules/letters/shipped/shipped-template.ts';
import { Problem } from '../problem.ts';
import { type Tried, tryText } from './preview-letter.ts';
import { readOptionsToTell } from './snapshot-of.ts';

/** The recap of an option: the document that was made for its contact, or the letter it would be. */
export type Recap = { number: number } & ({ document: Uint8Array } | { tried: Tried });

/**
 * The very document that is e-mailed to a contact about how their option stands; while there is no such letter, what it
 * would be made of.
 * @throws Problem `request.notFound` for an option out of reach, or one about which no letter speaks.
 */
export async function optionRecap(db: Queries, scope: Scope, optionId: string): Promise<Recap> {
  const option = await db
    .selectFrom('seat_option')
    .select([
      'number',
      'state',
      'organisation_id as organisationId',
      'order_id as orderId',
      'decided_at as decidedAt',
    ])
    .where('id', '=', optionId)
    .where(scoped(scope, 'seat_option'))
    .executeTakeFirst();
  const kind = option === undefined ? null : recapKind(option.state);
  if (option === undefined || kind === null) throw new Problem('request.notFound');
  const { rows } = await sql<{ document: Uint8Array }>`select c.document from letter l
    join letter_content c on c.letter_id = l.id and c.at = l.created_at
    where l.option_id = ${optionId} and l.kind = ${kind} and not l.test and l.state <> 'superseded'
      and (${option.decidedAt}::timestamptz is null or l.created_at >= ${option.decidedAt}::timestamptz)
    order by l.number desc limit 1`.execute(db);
  const [made] = rows;
  const number = option.number ?? 0;
  if (made !== undefined) return { number, document: made.document };
  const [told] = await readOptionsToTell(db, [{ optionId, orderId: option.orderId }]);
  if (told === undefined) throw new Problem('request.notFound');
  const language = letterLanguage(told.contactLocale);
  const content = told.texts[kind] ?? shippedTemplate(kind, language);
  const { organisationId } = option;
  return { number, tried: await tryText(db, scope, { kind, language, content, organisationId, optionId }) };
}
