import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Locale } from '../../rules/messages/locale.ts';
import { currentLocale } from '../messages/locale.ts';

let askedIn: Locale | null = null;

/** Has everything asked for anew in another language, since names come with the answers: the page is then drawn anew. */
export function useAnswersInLanguage(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const now = currentLocale();
    if (askedIn !== null && askedIn !== now) void queries.invalidateQueries();
    askedIn = now;
  }, [queries]);
}
