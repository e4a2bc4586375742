import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whether the contact of a row has a word: its name, address, telephone. */
export function hasContactWord(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`contact.words like ${patternOf(word)}`;
}

/** Whether the event of a row has a word: its name or code. */
export function hasEventWord(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`show_event.words like ${patternOf(word)}`;
}

/** The contacts of the reader's institution that have every word, as one array. */
export function contactIdsWith(words: readonly string[]): RawBuilder<unknown> {
  return sql`(select contact_ids_with(${longestFirst(words)}::text[]))`;
}

/** The performances of the reader's institution whose event has every word, as one array. */
export function performanceIdsWith(words: readonly string[]): RawBuilder<unknown> {
  return sql`(select performance_ids_with(${longestFirst(words)}::text[]))`;
}

/** Made once for a question, not once a row. */
function patternOf(word: string): RawBuilder<unknown> {
  return sql`(select (search_patterns(array[${word}::text]))[1])`;
}

/** A long word is rarer: it is looked up, and the others are compared. */
function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}
