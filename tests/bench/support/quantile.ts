/** The value below which `part` (0 to 1) of the values lie; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

/** The middle one of the values; NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
