/** A length of a file as whole centimetres; there is one zero only, so that a plan written and read is the same. */
export function centimetres(value: number): number {
  return Math.round(value) + 0;
}
