const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

function typesetFrench(literal: string): string {
  return literal
    .replaceAll("'", '’')
    .replaceAll('n° ', `n°${noBreak}`)
    .replaceAll('« ', `«${noBreak}`)
    .replaceAll(' »', `${noBreak}»`)
    .replaceAll(' :', `${noBreak}:`)
    .replace(/ ([;!?])/g, `${narrowNoBreak}$1`);
}

function typesetEnglish(literal: string): string {
  return literal.replaceAll("'", '’').replaceAll('no. ', `no.${noBreak}`);
}

function tag(typeset: (literal: string) => string) {
  return (literals: TemplateStringsArray, ...values: (string | number)[]): string =>
    literals.reduce((text, literal, i) => {
      const value = values[i];
      return text + typeset(literal) + (value === undefined ? '' : String(value));
    }, '');
}

/** French prose: curly apostrophes, spaces that never break before high punctuation; values stay as given. */
export const fr = tag(typesetFrench);

/** English prose: curly apostrophes, numbers that stay with their "no."; values stay as given. */
export const en = tag(typesetEnglish);
