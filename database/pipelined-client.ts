import pg from 'pg';

/** Statements a process keeps a name for; what comes after runs unprepared. */
const maxNames = 400;

/** Statement texts seen so far, with the name of those that came back. */
const names = new Map<string, string | null>();
let named = 0;

/** Answer of a `begin` that nobody waits for. */
const begun = { rows: [], rowCount: 0, command: 'BEGIN' };

/**
 * A connection that makes few journeys. Statements asked in one turn of the event loop travel together and do not wait
 * for each other's answers (pg's pipeline mode, packets joined); `begin` is answered at once and travels with the first
 * statement of its transaction, which fails when it failed; a `commit` that committed nothing is a failure. A parametrised statement is prepared the second time it is
 * asked: verbs ask the same few over and over, and planning the larger ones costs more than running them.
 */
export class PipelinedClient extends pg.Client {
  // pg declares a dozen overloads that a subclass cannot restate; Kysely uses `query(text, values)`
  // biome-ignore lint/suspicious/noExplicitAny: see above
  override query(...args: any[]): any {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const [text, values] = args;
    if (text === 'begin') {
      super.query('begin').catch(() => undefined);
      return Promise.resolve(begun);
    }
    if (text === 'commit') return super.query('commit').then(committed);
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    if (name === null) return Reflect.apply(super.query, this, args);
    const answered = super.query({ name, text, values });
    answered.catch((error: unknown) => {
      if (isOutdatedPlan(error)) names.clear(); // one statement tells for all, on every connection
    });
    return answered;
  }
}

/**
 * True when a prepared statement answers other columns than when it was prepared: a migration has come between. Its
 * transaction is undone; asked again, everything is prepared anew.
 */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery';
}

/** PostgreSQL answers the commit of a failed transaction with a rollback, and calls it no error. */
function committed(result: pg.QueryResult): pg.QueryResult {
  if (result.command === 'ROLLBACK') throw new Error('the transaction had failed, and was rolled back');
  return result;
}

function nameOf(text: string): string | null {
  const name = names.get(text);
  if (name !== undefined && name !== null) return name;
  if (name === undefined) {
    if (names.size < maxNames) names.set(text, null);
    return null;
  }
  named += 1;
  const made = `placet_${named}`;
  names.set(text, made);
  return made;
}
