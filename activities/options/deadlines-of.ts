import { sql } from 'kysely';
import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import type { Verb } from '../verb.ts';

/** How the deadlines of a performance run, and in which zone. */
export interface PerformanceDeadlines {
  deadlines: DeadlineSettings;
  timeZone: string;
}

/** What its activity says of the deadlines of a performance, else its organisation. */
export async function deadlinesOf(verb: Verb, performanceId: string): Promise<PerformanceDeadlines> {
  const { rows } = await sql<PerformanceDeadlines>`
    select deadline_settings(a.id) as deadlines, p.time_zone as "timeZone"
    from performance p join show_event e on e.id = p.event_id join season_activity a on a.id = e.activity_id
    where p.id = ${performanceId}`.execute(verb.db);
  const [row] = rows;
  if (row === undefined) throw new Error(`no performance ${performanceId}`);
  return row;
}
