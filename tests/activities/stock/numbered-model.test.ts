import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';
import { Stage, type Theatre } from '../options/support/stage.ts';
import { acts, NumberedStory } from './support/numbered-story.ts';

const stepsPerStory = 60;

/** Steps through the database: however many pure ones are asked for, these end within half an hour. */
const mostSteps = 10_000;
const steps = Math.min(mostSteps, Number(process.env.PLACET_TEST_STEPS ?? 120));
const stories = Math.ceil(steps / stepsPerStory);

const step = fc.record({
  act: fc.constantFrom(...acts),
  at: fc.constantFrom(0, 0, 1, 1, 1, 2, 3),
  row: fc.nat(1),
  which: fc.nat(97),
  quantity: fc.integer({ min: 1, max: 5 }),
});

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

describe('the verbs on performances with numbered seats and by quantity', () => {
  it(
    'never sell a place twice, and always take one back',
    async () => {
      const capacities = fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 2, maxLength: 2 });
      const story = fc.array(step, { minLength: stepsPerStory, maxLength: stepsPerStory });
      await fc.assert(
        fc.asyncProperty(capacities, story, async (places, told) => {
          const played = await NumberedStory.begin(stage, house, places);
          for (const each of told) await played.play(each);
          await played.check();
        }),
        { numRuns: stories },
      );
    },
    24 * 3_600_000,
  );
});
