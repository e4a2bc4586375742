import type pg from 'pg';

/** An option that was wanted: what was done to it, and its letters. */
export type OptionRow = {
  mark: string;
  state: string;
  overdue: boolean;
  births: number;
  placements: number;
  confirmations: number;
  refusals: number;
  lapses: number;
  flags: number;
  letters: { id: string; kind: string; state: string; recipient: string; messageId: string | null }[];
};

/** The options whose remark is like `pattern`, by their remark. */
export async function optionsLike(owner: pg.Pool, pattern: string): Promise<Map<string, OptionRow[]>> {
  const { rows } = await owner.query<OptionRow>(
    `select o.remark as mark, o.state, o.overdue_at is not null as overdue,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb in ('request', 'place-directly')) as births,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'place') as placements,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'confirm') as confirmations,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'confirm-refusal') as refusals,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'lapse') as lapses,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'flag-overdue') as flags,
       coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'state', l.state, 'recipient', l.recipient,
         'messageId', l.message_id)) from letter l where l.option_id = o.id and l.state <> 'superseded'), '[]') as letters
     from seat_option o where o.remark like $1`,
    [pattern],
  );
  return Map.groupBy(rows, (row) => row.mark);
}
