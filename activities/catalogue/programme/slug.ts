/** A code made from a name: lower-case ASCII letters, digits and dashes, at most `length`; never empty. */
export function slug(name: string, length = 60): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, length)
    .replace(/-+$/, '');
  return plain === '' ? 'x' : plain;
}
