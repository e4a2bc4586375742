const megabyte = 1024 * 1024;

/** How large a file of a seat plan may be. What is larger is refused before it is read. */
export const planLimits = {
  bytes: 20 * megabyte,
  seats: 30_000,
  zones: 200,
  rows: 10_000,
  categories: 200,
  areas: 2_000,
  points: 2_000,
  /** Objects and lists inside each other; the format needs nine. */
  depth: 16,
  /** Objects and lists altogether: some times what a plan with the most seats has. */
  containers: 250_000,
  /** Bytes of a file that is read at once: some thousand seats, 20 ms. */
  readAtOnce: megabyte / 4,
  /** Memory and time a larger one may take in its thread. */
  megabytes: 512,
  seconds: 60,
  /** Faults told at once. */
  faults: 100,
};
