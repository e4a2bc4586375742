import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { say } from '../../bin/parts/progress.ts';
import { ROOT } from '../../bin/settings.ts';
import { makeWideHall, performancesIn } from '../support/wide-hall.ts';
import { startBenchStack } from './support/api-process.ts';
import { httpLoad } from './support/http-load.ts';
import { fillSeason, requestsFor } from './support/many-seats.ts';
import { median } from './support/quantile.ts';

/**
 * Opening the 2,000 numbered seats of a performance, and 64 clients that take all its seats by name, two by two, beside
 * the bare SQL that does the same, turn by turn: in a database with little else, then with 1,000 performances of 2,000
 * seats in it. `medianMs`: opening one performance; `perSecond`: placements, `referencePerSecond`: the same in SQL,
 * `ratio`: of the two; all in the full database. `growth`: the worse of both, full over small.
 */
const seats = 2_000;
const season = 1_000;
const clients = 64;
const openings = 14;
/** Openings that do not count: the first ones of a process. */
const warmUps = 4;
/** Performances whose seats are taken by name, and as many by the reference. */
const turns = 4;
/** No run of 1,000 placements takes that long. */
const longSeconds = 120;

interface Measured {
  openMs: number;
  openP95Ms: number;
  perSecond: number;
  placeMs: number;
  placeP95Ms: number;
  referencePerSecond: number;
  ratio: number;
}

const stack = await startBenchStack();
const owner = new pg.Client({ connectionString: stack.postgres.url });
try {
  await owner.connect();
  const hall = await makeWideHall(owner, seats);
  const load = await httpLoad(stack.url, stack.signIn, clients);
  const admin = await httpLoad(stack.url, { ...stack.signIn, email: 'admin@demo.test' }, 1);

  const measure = async (): Promise<Measured> => {
    const performances = await performancesIn(owner, hall, openings);
    const times: number[] = [];
    for (const id of performances) {
      const at = performance.now();
      const body = { contingentId: hall.contingentId };
      const answer = await admin.send({ method: 'POST', path: `/api/performances/${id}/open-seats`, body });
      if (answer.status !== 200) throw new Error(`opening answered ${answer.status}: ${answer.body}`);
      times.push(performance.now() - at);
    }
    const opened = times.slice(warmUps).toSorted((one, other) => one - other);
    await owner.query('analyze performance_seat, stock');
    const taken: { perSecond: number; medianMs: number; p95Ms: number; reference: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const [named = '', bare = ''] = performances.slice(2 * turn);
      const reference = await referenceOn(bare);
      const requests = await requestsFor(owner, named);
      const calls = requests.map(({ optionId, lineId, seatIds }) => ({
        method: 'POST',
        path: `/api/options/${optionId}/place`,
        body: { lines: [{ lineId, quantity: seatIds.length, seatIds }] },
      }));
      const { statuses, ...run } = await load.run(calls, longSeconds);
      if (Object.keys(statuses).some((status) => status !== '200') || run.done < calls.length)
        throw new Error(`not every placement was answered 200: ${JSON.stringify(statuses)}`);
      if (turn > 0) taken.push({ ...run, reference });
    }
    return {
      openMs: median(opened),
      openP95Ms: opened[Math.floor(opened.length * 0.95)] ?? 0,
      perSecond: median(taken.map((each) => each.perSecond)),
      placeMs: median(taken.map((each) => each.medianMs)),
      placeP95Ms: median(taken.map((each) => each.p95Ms)),
      referencePerSecond: median(taken.map(({ reference }) => reference)),
      ratio: median(taken.map(({ perSecond, reference }) => perSecond / reference)),
    };
  };

  const small = await measure();
  tell('a small database', small);
  const filling = performance.now();
  await fillSeason(owner, hall, season);
  say(`${season * seats} seats written in ${Math.round((performance.now() - filling) / 1000)} s.`);
  const full = await measure();
  tell(`${season} performances of ${seats} seats`, full);
  await load.close();
  await admin.close();
  process.stdout.write(
    `${JSON.stringify({
      name: 'stock',
      medianMs: round(full.openMs),
      p95Ms: round(full.openP95Ms),
      perSecond: round(full.perSecond),
      referencePerSecond: round(full.referencePerSecond),
      ratio: Number(full.ratio.toFixed(3)),
      growth: Number(Math.max(full.openMs / small.openMs, small.perSecond / full.perSecond).toFixed(2)),
    })}\n`,
  );
} finally {
  await owner.end();
  await stack.stop();
}

async function referenceOn(performanceId: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-reference-'));
  try {
    const file = join(folder, 'requests.json');
    await writeFile(file, JSON.stringify(await requestsFor(owner, performanceId)));
    const script = join(ROOT, 'tests', 'bench', 'seats-reference.ts');
    const args = ['--disable-warning=ExperimentalWarning', script, stack.postgres.url, file, performanceId];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return z.object({ perSecond: z.number() }).parse(JSON.parse(stdout)).perSecond;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(where: string, measured: Measured): void {
  const { openMs, perSecond, placeMs, placeP95Ms, referencePerSecond, ratio } = measured;
  process.stdout.write(
    `${where}: opening ${seats} seats ${round(openMs)} ms (${Math.round((seats / openMs) * 1000)} seats/s); ` +
      `${round(perSecond)} placements/s by name (median ${round(placeMs)} ms, p95 ${round(placeP95Ms)} ms), ` +
      `bare SQL ${round(referencePerSecond)}/s, ratio ${ratio.toFixed(3)}\n`,
  );
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
