import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { french } from './fr/index.ts';
import type { later } from './fr/later.ts';
import type { WordPath } from './same-shape.ts';

/** Every key of the catalogue: a key that does not exist is a type error. */
export type TextKey = WordPath<typeof french & typeof later>;

export type TextValues = Readonly<Record<string, string | number>>;

export type Text = (key: TextKey, values?: TextValues) => string;

/** The words of the console in the reader's language. */
export function useText(): Text {
  const translate = useTranslate();
  return useCallback((key: TextKey, values?: TextValues) => translate(key, values), [translate]);
}
