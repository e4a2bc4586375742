import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../activities/new-id.ts';
import { Problem } from '../../activities/problem.ts';
import { inputHash, runVerb, type Verb, type VerbCaller } from '../../activities/verb.ts';
import { Stage } from './options/support/stage.ts';
import { refusal } from './options/support/verbs.ts';

let stage: Stage;
let contactId: string;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  contactId = await stage.contact({ name: 'Basile Ormeau' });
  await stage.wakeUps();
});
afterAll(() => stage.close());

/** A verb that renames a contact, with all a verb does: row, history, wake-up, answer. */
function rename(
  caller: VerbCaller,
  name: string,
  more: (verb: Verb) => Promise<void> = () => Promise.resolve(),
) {
  return runVerb(caller, 'rename', { contactId, name }, async (verb) => {
    await verb.db.updateTable('contact').set({ name }).where('id', '=', contactId).execute();
    const historyId = verb.record({
      verb: 'rename',
      subjectType: 'contact',
      subjectId: contactId,
      before: { name: 'Basile Ormeau' },
      after: { name },
      reason: 'Mariage',
      ruleVersion: 'shipped-1',
    });
    verb.wake(`letter/${contactId}`);
    verb.wake(`letter/${contactId}`);
    await more(verb);
    return { name, historyId, at: verb.now, z: 1, a: { y: [1, null], b: 'é' } };
  });
}

async function nameNow(): Promise<string> {
  const { rows } = await stage.owner.query<{ name: string }>('select name from contact where id = $1', [
    contactId,
  ]);
  return rows[0]!.name;
}

describe('a verb', () => {
  it('writes its row, its history, its answer and its wake-up together', async () => {
    const caller = stage.caller();
    const answer = await rename(caller, 'Basile Kerouac');
    expect(await nameNow()).toBe('Basile Kerouac');
    const { rows } = await stage.owner.query('select * from history where subject_id = $1', [contactId]);
    expect(rows).toMatchObject([
      {
        id: answer.historyId,
        verb: 'rename',
        actor_type: 'operator',
        actor_id: stage.house.operatorId,
        actor_name: 'Camille Essai',
        subject_type: 'contact',
        before: { name: 'Basile Ormeau' },
        after: { name: 'Basile Kerouac' },
        reason: 'Mariage',
        rule_version: 'shipped-1',
        request_id: caller.requestId,
      },
    ]);
    expect(await stage.wakeUps()).toEqual([`letter/${contactId}`]);
  });

  it('leaves nothing behind when it refuses, also in its last work, and its key can be used again', async () => {
    const caller = stage.caller();
    const refuse = () => Promise.reject(new Problem('stock.insufficient'));
    const late = (verb: Verb) => Promise.resolve(verb.last(refuse));
    expect(await refusal(rename(caller, 'Personne', refuse))).toBe('stock.insufficient');
    expect(await refusal(rename(caller, 'Personne', late))).toBe('stock.insufficient');
    expect(await nameNow()).toBe('Basile Ormeau');
    expect(await stage.history(contactId)).toEqual([]);
    expect(await stage.wakeUps()).toEqual([]);
    expect((await rename(caller, 'Basile Kerouac')).name).toBe('Basile Kerouac');
  });

  it('adds one wake-up to the outbox however often a process is woken before it is told', async () => {
    for (const name of ['Un', 'Deux', 'Trois']) await rename(stage.caller(), name);
    expect(await stage.wakeUps()).toEqual([`letter/${contactId}`]);
    await rename(stage.caller(), 'Quatre');
    expect(await stage.wakeUps()).toEqual([`letter/${contactId}`]);
  });

  it("has PostgreSQL's time for people and the clock it is handed for processes", async () => {
    const { rows } = await stage.owner.query<{ at: Date }>('select clock_timestamp() as at');
    const people = await rename(stage.caller(), 'Un');
    expect(Date.parse(people.at) - rows[0]!.at.getTime()).toBeGreaterThanOrEqual(-1);
    expect(Date.parse(people.at) - rows[0]!.at.getTime()).toBeLessThan(5_000);
    const now = '2031-03-30T00:59:59.999Z';
    expect((await rename(stage.caller({ now }), 'Deux')).at).toBe(now);
    const [, second] = await stage.history(contactId);
    expect(second?.at).toBe('2031-03-30 00:59:59.999+00');
  });
});

describe('a new id', () => {
  it('is a UUID of version 7, and those of one process stand in the order they were made', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
  });
});

describe('the key of a call', () => {
  it('gives the same answer to the letter, and one effect', async () => {
    const caller = stage.caller();
    const first = await rename(caller, 'Basile Kerouac');
    const second = await rename(caller, 'Basile Kerouac');
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(await stage.history(contactId)).toHaveLength(1);
  });

  it('is refused for another input', async () => {
    const caller = stage.caller();
    await rename(caller, 'Basile Kerouac');
    expect(await refusal(rename(caller, 'Un autre'))).toBe('idempotency.mismatch');
    expect(await nameNow()).toBe('Basile Kerouac');
  });

  it('belongs to one actor of one institution', async () => {
    const caller = stage.caller();
    await rename(caller, 'Un');
    const other = { ...caller, actor: { ...caller.actor, id: 'operator-2' } };
    await rename(other, 'Deux');
    expect(await nameNow()).toBe('Deux');
    const neighbour = await stage.neighbour();
    const abroad = { ...caller, institutionId: neighbour.institutionId };
    await runVerb(abroad, 'look', {}, () => Promise.resolve(null));
    expect(await stage.history(contactId)).toHaveLength(2);
  });

  it('is in flight while its first call runs, and then has its answer', async () => {
    const caller = stage.caller();
    const inside = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const first = rename(caller, 'Basile Kerouac', () => {
      inside.resolve();
      return goOn.promise;
    });
    await inside.promise;
    expect(await refusal(rename(caller, 'Basile Kerouac'))).toBe('idempotency.inFlight');
    goOn.resolve();
    const answer = await first;
    expect(await rename(caller, 'Basile Kerouac')).toEqual(answer);
    expect(await stage.history(contactId)).toHaveLength(1);
  });

  it('does not mind the order of keys nor what is left out, but every value counts', () => {
    expect(inputHash('place', { a: 1, b: { c: [1, 2], d: undefined } })).toBe(
      inputHash('place', { b: { c: [1, 2] }, a: 1 }),
    );
    const hashes = [
      inputHash('place', { a: 1 }),
      inputHash('refuse', { a: 1 }),
      inputHash('place', { a: '1' }),
      inputHash('place', { a: null }),
      inputHash('place', { a: [1] }),
      inputHash('place', {}),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
