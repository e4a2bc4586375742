/** A text in which no line begins with a colon or another mark that French sets apart by a blank. */
export function unbroken(text: string): string {
  return text.replaceAll(/ (?=[:;?!»])|(?<=«) /g, '\u00a0');
}
