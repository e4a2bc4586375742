/** One promise checked inside a long random story; `expect` is too slow for a million of them. */
export function must(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`broken: ${promise}`);
}
