/** Steps of one random story. */
export const stepsPerRun = 100;

/** Runs of a model test: 10,000 steps by default, more with PLACET_TEST_STEPS (`npm run test:long -- --steps N`). */
export const modelRuns = Math.max(
  1,
  Math.ceil(Number(process.env.PLACET_TEST_STEPS ?? 10_000) / stepsPerRun),
);
