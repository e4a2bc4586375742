import { randomInt } from 'node:crypto';
import { startTestPostgres } from './postgres.ts';

/** Chooses the run's seed and starts the one PostgreSQL of the run with its migrated template database. */
// biome-ignore lint/style/noDefaultExport: jest looks for the default export
export default async function globalSetup(): Promise<void> {
  process.env.PLACET_TEST_SEED ??= String(randomInt(2 ** 31));
  process.stderr.write(
    `Seed ${process.env.PLACET_TEST_SEED} (the same again: PLACET_TEST_SEED=${process.env.PLACET_TEST_SEED} npm test)\n`,
  );
  process.env.PLACET_TEST_POSTGRES = await startTestPostgres();
}
