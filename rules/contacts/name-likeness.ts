/** Words of a name for comparison: small letters, no accents, in alphabetical order, so that their order does not count. */
function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort();
}

/** What two names of the same person have in common, whatever case, accents, punctuation and order of words. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ');
}

/** The pieces of three letters of a `nameKey`, word by word, with the beginnings and ends of words counting as letters. */
export function trigrams(key: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const word of key.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  }
  return pieces;
}

/** How close two names are, from their trigrams: twice what they share over what they have (Dice), 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const piece of one) if (other.has(piece)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
