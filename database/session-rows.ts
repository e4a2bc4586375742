import type pg from 'pg';
import type { SecondFactorState } from '../rules/organisation/second-step.ts';

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
  second_factor: SecondFactorState;
  institution_id: string;
  institution_name: string;
  institution_demo: boolean;
  organisations: readonly { id: string; code: string; name: string; roleIds: readonly string[] }[];
  /** The rights of every role held somewhere, by its id. */
  roles: Readonly<Record<string, readonly string[]>>;
  /** The audience categories and product families they serve; null: all of them. */
  audience_category_ids: readonly string[] | null;
  family_ids: readonly string[] | null;
  /** They serve the family that seats are placed for. */
  single_entries: boolean;
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
  const access = askedTogether<Access>(async (sids) => {
    const { rows } = await pool.query<Access & { sid: string }>({
      name: 'sessions',
      text: 'select sid, sess::text, operator_id, access_version from unnest($1::varchar[]) sid, session_access(sid)',
      values: [sids],
    });
    return new Map(rows.map((row) => [row.sid, row]));
  });
  return async (sid) => {
    const row = await access(sid);
    if (row === undefined) return null;
    const { operator_id: id, access_version: version } = row;
    const sess: Stored = JSON.parse(row.sess); // every request has one of its own
    if (id === null) return { sess, operator: null };
    const remembered = known.get(id);
    if (remembered?.version === version) return { sess, operator: remembered.operator };
    const operator = await readSessionOperator(pool, id); // as new as the version, or newer
    if (known.size >= most) known.clear();
    known.set(id, { version, operator });
    return { sess, operator };
  };
}

/** A session as it is kept, as JSON. */
interface Access {
  sess: string;
  operator_id: string | null;
  access_version: string;
}

/**
 * Requests that come while a question is under way wait for it and then ask together, in one: under load the database
 * is asked less often, and nobody is told what was read before they came.
 */
function askedTogether<Row>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, Row>>,
): (key: string) => Promise<Row | undefined> {
  let keys = new Set<string>();
  let next: Promise<ReadonlyMap<string, Row>> | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  const leave = () => {
    const asked = [...keys];
    keys = new Set();
    next = null;
    return ask(asked);
  };
  return async (key) => {
    keys.add(key);
    if (next === null) {
      next = underWay.then(leave, leave);
      underWay = next;
    }
    return (await next).get(key);
  };
}

/** Who an operator is and what they may do where; null when they are gone. */
export async function readSessionOperator(
  pool: pg.Pool,
  operatorId: string,
): Promise<SessionOperator | null> {
  const found = await pool.query<SessionOperator>(
    `select s.*, p.*, operator_second_factor(s.id) as second_factor
     from session_operator($1) s, session_perimeter($1) p`,
    [operatorId],
  );
  return found.rows[0] ?? null;
}
