// Marks that turn the reading direction: in a name they could make an amount or a date read otherwise.
const directionMarks = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A value fit for one line of a letter or a header: no control character, no line break, no lone surrogate. */
export function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .trim();
}

/** The lines of a value that may have several (a motive, a remark, an address); empty ones are dropped. */
export function manyLines(value: string | null): string[] {
  if (value === null) {
    return [];
  }
  return value
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(oneLine)
    .filter((line) => line !== '');
}

/** `text` cut at a whole character after at most `length` of them, with an ellipsis when something is missing. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
