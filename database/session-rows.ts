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

/** Operators a process remembers. */
const most = 2_000;

/**
 * Reads sessions with their operators, as every request does: one small question, and a second one only when what the
 * institution's operators may do has changed since this process last asked. Rights taken away are gone at once.
 */
export function sessionReader<Stored>(pool: pg.Pool): (sid: string) => Promise<SessionRow<Stored> | null> {
  const known = new Map<string, { version: string; operator: SessionOperator | null }>();
  return async (sid) => {
    const { rows } = await pool.query<{ sess: Stored; operator_id: string | null; access_version: string }>({
      name: 'session',
      text: 'select sess, operator_id, access_version from session_access($1)',
      values: [sid],
    });
    const [row] = rows;
    if (row === undefined) return null;
    const { sess, operator_id: id, access_version: version } = row;
    if (id === null) return { sess, operator: null };
    const remembered = known.get(id);
    if (remembered?.version === version) return { sess, operator: remembered.operator };
    const operator = await readSessionOperator(pool, id); // as new as the version, or newer
    if (known.size >= most) known.clear();
    known.set(id, { version, operator });
    return { sess, operator };
  };
}

/** Who an operator is and what they may do where; null when they are gone. */
export async function readSessionOperator(
  pool: pg.Pool,
  operatorId: string,
): Promise<SessionOperator | null> {
  const found = await pool.query<SessionOperator>('select * from session_operator($1)', [operatorId]);
  return found.rows[0] ?? null;
}
