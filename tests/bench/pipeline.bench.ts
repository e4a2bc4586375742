import { say } from '../../bin/parts/progress.ts';
import { startBenchStack } from './support/api-process.ts';
import { measureLives } from './support/lives.ts';
import { manyRows } from './support/many-rows.ts';
import { openPerformance } from './support/open-performance.ts';
import { type Asked, measureOptionLists, slowestOf } from './support/option-lists.ts';

/**
 * The pipeline at the size of a large house. Lists of 1,000,000 options: every filter and sort, first page and the 18,000th
 * by cursor; `medianMs` and `p95Ms` are those of the slowest question, `growth` is the largest of a question over the same
 * with 10,000 options. `storyCpuMs` and `letterCpuMs` are Temporal's for one option and one letter; `bulkGrowth` an option of
 * a selection of 1,000 over one of 250; `meanwhile` the list's median at the api while they are validated, over that at rest.
 */
const sizes = { small: 10_000, full: 1_000_000 };
/** Rows before the deepest page: 18,000 pages of 25; in the small house as far down in proportion. */
const deepShare = 0.45;

const lives = await measureLives();
const small = await listsOf(sizes.small);
const full = await listsOf(sizes.full);
const growths = Object.entries(full).flatMap(([name, { medianMs }]) => {
  const before = small[name.replace(/row \d+$/, `row ${sizes.small * deepShare}`)];
  return before === undefined ? [] : [{ name, growth: medianMs / before.medianMs }];
});
growths.sort((one, other) => other.growth - one.growth);
for (const { name, growth } of growths.slice(0, 5)) say(`${name}: ${growth.toFixed(2)} times as long`);
process.stdout.write(
  `${JSON.stringify({
    name: 'pipeline',
    ...slowestOf(full),
    growth: Number((growths[0]?.growth ?? 0).toFixed(2)),
    ...lives,
    lists: Object.fromEntries(Object.entries(full).map(([name, { medianMs }]) => [name, medianMs])),
  })}\n`,
);

async function listsOf(options: number): Promise<Record<string, Asked>> {
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
    return await measureOptionLists(stack, made, options * deepShare);
  } finally {
    await stack.stop();
  }
}
