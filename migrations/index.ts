import { Ground } from './0001-ground/index.ts';
import { Search } from './0004-search.ts';
import { People } from './0005-people.ts';

/** Forward-only migrations, in the order they run. A migration that has landed is never edited. */
export const migrations = [
  { name: '0001-ground', class: Ground },
  { name: '0004-search', class: Search },
  { name: '0005-people', class: People },
];
