import type pg from 'pg';

/** The operator behind a session, as the database knows them now. */
export interface SessionOperator {
  id: string;
  name: string;
  email: string;
  locale: 'fr' | 'en';
  demo: boolean;
  disabled: boolean;
  /** Fingerprint of the present password. */
  credentials: string;
  institution_id: string;
  institution_name: string;
  institution_demo: boolean;
  organisations: readonly { id: string; code: string; name: string; roleIds: readonly string[] }[];
  /** The rights of every role held somewhere, by its id. */
  roles: Readonly<Record<string, readonly string[]>>;
}

/** A session that has not ended, and who is behind it. */
export interface SessionRow<Stored> {
  sess: Stored;
  operator: SessionOperator | null;
}

/** Asks in one round trip for a session and its operator with their rights: it is asked by every request. */
export async function readSession<Stored>(pool: pg.Pool, sid: string): Promise<SessionRow<Stored> | null> {
  const found = await pool.query<SessionRow<Stored>>({
    name: 'session',
    text: `select s.sess, to_jsonb(o) as operator
      from operator_session s left join lateral session_operator((s.sess ->> 'operatorId')::uuid) o on true
      where s.sid = $1 and s.expire >= localtimestamp`,
    values: [sid],
  });
  return found.rows[0] ?? null;
}

/** Who an operator is and what they may do where; null when they are gone. */
export async function readSessionOperator(
  pool: pg.Pool,
  operatorId: string,
): Promise<SessionOperator | null> {
  const found = await pool.query<SessionOperator>('select * from session_operator($1)', [operatorId]);
  return found.rows[0] ?? null;
}
