import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { startTemporalDevServer, type TestTemporal } from '../../support/temporal.ts';
import { eventually } from '../support/eventually.ts';
import { openStage, type Stage } from '../support/stage.ts';

type Look = (
  optionId: string,
  look: () => Promise<{ nextAt: string | null }>,
) => Promise<{ nextAt: string | null }>;

let temporal: TestTemporal;
let stage: Stage;
/** What stands between a story and its look; each test says. */
let onLook: Look = (_optionId, look) => look();

beforeAll(async () => {
  temporal = await startTemporalDevServer();
  const address = { temporalAddress: temporal.address, temporalNamespace: temporal.namespace };
  stage = await openStage(address, { activity: { endPolicy: 'release' } }, (activities) => ({
    ...activities,
    stories: {
      ...activities.stories,
      observeOption: (input) => onLook(input.optionId, () => activities.stories.observeOption(input)),
    },
  }));
  stage.startRelay();
});
afterAll(async () => {
  await stage.close();
  await temporal.stop();
});

const wake = (optionId: string) =>
  sql`select wake(${`option/${optionId}`}, ${stage.house.institutionId})`.execute(
    stage.house.database.queries(),
  );

describe('a wake-up', () => {
  it('that arrives while the story looks is not lost', async () => {
    const looking = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let looks = 0;
    onLook = async (_optionId, look) => {
      looks += 1;
      const seen = await look();
      if (looks === 1) {
        looking.resolve();
        await goOn.promise;
      }
      return seen;
    };
    const optionId = randomUUID();
    await wake(optionId); // there is no such option yet: the story sees nothing to wait for
    await looking.promise;
    await wake(optionId);
    await eventually('the second wake-up is in the story’s history', async () => {
      const { rows } = await stage.owner.query<{ jobs: number }>(
        'select count(*)::int as jobs from graphile_worker.jobs',
      );
      return rows[0]?.jobs === 0 ? true : null;
    });
    goOn.resolve();
    await stage.temporal.client.workflow.getHandle(`option/${optionId}`).result();
    expect(looks).toBe(2);
  });

  it('is delivered 200 times to stories that are about to close, and each time they look again', async () => {
    const wanted = new Map<string, number>(Array.from({ length: 200 }, () => [randomUUID(), 1]));
    const seen = new Map<string, number>();
    const woken: Promise<unknown>[] = [];
    onLook = async (optionId, look) => {
      const version = wanted.get(optionId);
      const answer = await look();
      if (version === 1) {
        wanted.set(optionId, 2);
        woken.push(wake(optionId)); // on its way while the story hears that nothing is waited for
      }
      if (version !== undefined) seen.set(optionId, version);
      return answer;
    };
    for (const optionId of wanted.keys()) await wake(optionId);
    await eventually(
      'every story has looked after its second wake-up',
      () => ([...wanted.keys()].every((optionId) => seen.get(optionId) === 2) ? true : null),
      25_000,
    );
    await Promise.all(woken);
  });

  it('of a verb finds the story asleep and changes what it waits for', async () => {
    const looks: (string | null)[] = [];
    onLook = async (_optionId, look) => {
      const answer = await look();
      looks.push(answer.nextAt);
      return answer;
    };
    const { house } = stage;
    const dueAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const option = await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
      confirmationDueAt: dueAt,
    });
    await eventually('the story sleeps', () => (looks.includes(dueAt) ? true : null));
    const soon = new Date(Date.now() + 500).toISOString();
    await stage.owner.query('update seat_option set next_action_at = $2 where id = $1', [option.id, soon]);
    await wake(option.id);
    await eventually('the story has looked again', () => (looks.includes(soon) ? true : null));
  });
});
