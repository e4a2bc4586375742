import { stopTestPostgres } from './postgres.ts';

/** Stops the run's PostgreSQL and removes its data. */
// biome-ignore lint/style/noDefaultExport: jest looks for the default export
export default async function globalTeardown(): Promise<void> {
  await stopTestPostgres();
}
