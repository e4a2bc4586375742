import fc from 'fast-check';

/** One seed for the whole run, chosen and printed by the global setup, so that every run tries something else. */
const seed = Number(process.env.PLACET_TEST_SEED);
const steps = process.env.PLACET_TEST_STEPS;

fc.configureGlobal({ seed, ...(steps === undefined ? {} : { numRuns: Number(steps) }) });
