import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** Letters that wait, and those that did not arrive. */
export interface LetterFigures {
  waiting: number;
  oldestSeconds: number;
  failed: number;
}

/** How many letters of the reader's house wait, since when, and how many failed or came back. */
export async function readLetterFigures(db: Queries, scope: Scope): Promise<LetterFigures> {
  const { rows } = await sql<LetterFigures>`
    select count(*) filter (where letter.state in ('owed', 'sending'))::int as waiting,
      coalesce(extract(epoch from now() - min(letter.created_at) filter (where letter.state in ('owed', 'sending'))), 0)::float8
        as "oldestSeconds",
      count(*) filter (where letter.state in ('failed', 'bounced'))::int as failed
    from letter where ${scoped(scope, 'letter')} and letter.state in ('owed', 'sending', 'failed', 'bounced')`.execute(
    db,
  );
  return rows[0] ?? { waiting: 0, oldestSeconds: 0, failed: 0 };
}

/** What time does next with an option. */
export interface NextDeadline {
  optionId: string;
  number: number;
  contactName: string;
  eventName: string;
  nextActionAt: string;
  timeZone: string;
}

/** The next things time does with options, the soonest first; those in the past are late. */
export async function readNextDeadlines(db: Queries, scope: Scope, limit: number): Promise<NextDeadline[]> {
  const { rows } = await sql<NextDeadline>`
    select seat_option.id as "optionId", seat_option.number, contact.name as "contactName", show_event.name as "eventName",
      seat_option.next_action_at as "nextActionAt", performance.time_zone as "timeZone"
    from seat_option
    join contact on contact.id = seat_option.contact_id
    join performance on performance.id = seat_option.performance_id
    join show_event on show_event.id = performance.event_id
    where ${scoped(scope, 'seat_option')} and seat_option.next_action_at is not null
    order by seat_option.next_action_at, seat_option.id limit ${limit}`.execute(db);
  return rows;
}
