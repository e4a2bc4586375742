import type { Locale } from '../../messages/locale.ts';
import type { ListWords } from '../columns.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** The words of the lists' columns, by language. */
export const listWords: Readonly<Record<Locale, ListWords>> = { fr, en };
