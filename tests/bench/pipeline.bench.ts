import { say } from '../../bin/parts/progress.ts';
import { startBenchStack } from './support/api-process.ts';
import { measureLives } from './support/lives.ts';
import { manyRows } from './support/many-rows.ts';
import { openPerformance } from './support/open-performance.ts';
import {
  type Asked,
  askInTurn,
  type OptionLists,
  openOptionLists,
  slowestOf,
} from './support/option-lists.ts';

/**
 * The pipeline at the size of a large house. Lists of 1,000,000 options: every filter and sort, first page and the 18,000th
 * by cursor; `medianMs` and `p95Ms` are those of the slowest question, `growth` is the largest of a question over the same
 * with 10,000 options, asked in turn. `storyCpuMs` and `letterCpuMs` are Temporal's for one option and one letter; `bulkGrowth` an option of
 * a selection of 1,000 over one of 250; `meanwhile` the list's median at the api while they are validated, over that at rest.
 * `npm run bench -- pipeline lists` and `… lives` measure one of the two.
 */
const sizes = { small: 10_000, full: 1_000_000 };
/** Rows before the deepest page: 18,000 pages of 25; in the small house as far down in proportion. */
const deepShare = 0.45;

const [part = 'all'] = process.argv.slice(2);
const lives = part === 'lists' ? {} : await measureLives();
const lists = part === 'lives' ? {} : await measureLists();
process.stdout.write(`${JSON.stringify({ name: 'pipeline', ...lists, ...lives })}\n`);

/** Each question is asked in the small house and in the full one, in turn. */
async function measureLists() {
  const small = await openHouse(sizes.small);
  try {
    const full = await openHouse(sizes.full);
    try {
      const asked: Record<string, Asked> = {};
      const growths: { name: string; growth: number }[] = [];
      for (const name of full.lists.names) {
        const [before, after] = await askInTurn(small.lists, full.lists, name);
        asked[name] = after;
        growths.push({ name, growth: after.medianMs / before.medianMs });
        say(`${name}: ${after.medianMs} ms, ${before.medianMs} ms among ${sizes.small}.`);
      }
      growths.sort((one, other) => other.growth - one.growth);
      const [largest] = growths;
      say(`${largest?.name}: ${largest?.growth.toFixed(2)} times as long.`);
      return {
        ...slowestOf(asked),
        growth: Number((largest?.growth ?? 0).toFixed(2)),
        lists: Object.fromEntries(Object.entries(asked).map(([name, { medianMs }]) => [name, medianMs])),
      };
    } finally {
      await full.close();
    }
  } finally {
    await small.close();
  }
}

/** A house of its own with so many options. */
async function openHouse(options: number): Promise<{ lists: OptionLists; close(): Promise<void> }> {
  const stack = await startBenchStack();
  try {
    const { institutionId, performanceId } = await openPerformance(stack.postgres.url);
    const filling = performance.now();
    const made = await manyRows({
      databaseUrl: stack.postgres.url,
      institutionId,
      performanceId,
      contacts: 20_000,
      events: 100,
      performancesOfEach: 10,
      options,
    });
    say(`${options} options written in ${Math.round((performance.now() - filling) / 1000)} s.`);
    const lists = await openOptionLists(stack, made, options * deepShare);
    return {
      lists,
      close: async () => {
        await lists.close();
        await stack.stop();
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
