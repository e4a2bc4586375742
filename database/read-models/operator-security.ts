import { sql } from 'kysely';
import type { Device } from '../../rules/organisation/device.ts';
import type { SecondFactorState } from '../../rules/organisation/second-step.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A browser in which somebody is signed in; never its secret. */
export interface OpenSession {
  id: string;
  device: Device | null;
  openedAt: string;
  seenAt: string;
  /** The one that asks. */
  current: boolean;
}

/** How an operator comes in, and where they are in now. */
export interface OperatorSecurity {
  sessions: OpenSession[];
  secondFactor: { state: SecondFactorState; confirmedAt: string | null; recoveryCodes: number };
  /** Since when the issuer vouches for them; null: it does not. */
  linkedAt: string | null;
}

/** Whose security is asked for, and what the asker brings. */
interface Sought {
  operatorId: string;
  /** The asker's own session. */
  sid: string | null;
  /** Sessions opened before it count no more (milliseconds since 1970). */
  openedAfter: number;
}

/** Sessions and second factor of an operator within reach; null when there is none. Last seen first. */
export async function readOperatorSecurity(
  db: Queries,
  scope: Scope,
  { operatorId, sid, openedAfter }: Sought,
): Promise<OperatorSecurity | null> {
  const { rows } = await sql<{
    state: SecondFactorState;
    confirmedAt: string | null;
    recoveryCodes: number;
    linkedAt: string | null;
  }>`
    select operator_second_factor(o.id) as state, f.confirmed_at as "confirmedAt",
      (select count(*)::int from recovery_code c where c.operator_id = o.id) as "recoveryCodes",
      (select min(i.linked_at) from operator_identity i where i.operator_id = o.id) as "linkedAt"
    from operator o left join second_factor f on f.operator_id = o.id and f.confirmed_at is not null
    where o.id = ${operatorId}::uuid and ${scoped(scope, 'operator', 'o')}`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const { linkedAt, ...secondFactor } = found;
  const sessions = await sql<OpenSession>`
    select s.id, s.sess -> 'device' as device,
      to_timestamp((s.sess ->> 'openedAt')::double precision / 1000) as "openedAt",
      to_timestamp((s.sess ->> 'seenAt')::double precision / 1000) as "seenAt",
      s.sid is not distinct from ${sid}::text as current
    from operator_session s join operator o on o.id = s.operator_id
    where s.operator_id = ${operatorId}::uuid and s.expire >= localtimestamp
      and (s.sess ->> 'openedAt')::double precision >= ${openedAfter}::double precision
      and ${scoped(scope, 'operator', 'o')}
    order by current desc, "seenAt" desc, s.id limit 200`.execute(db);
  return { sessions: sessions.rows, secondFactor, linkedAt };
}
