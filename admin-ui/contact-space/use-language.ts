import { useCallback, useEffect, useState } from 'react';
import { type LetterLanguage, letterLanguage, letterLanguages } from '../../rules/letters/letter-language.ts';
import { speak } from './words/speak.ts';
import type { Spoken } from './words/use-words.ts';

const kept = 'placet-contact-locale';

function chosenLanguage(): LetterLanguage | undefined {
  const chosen = window.localStorage.getItem(kept);
  return letterLanguages.find((language) => language === chosen);
}

/** The language chosen here before, else the first the browser wishes for that we speak, else English. */
export function firstLanguage(): LetterLanguage {
  const [wished] = navigator.languages.flatMap(
    (tag) => letterLanguages.find((language) => language === tag.split('-')[0]) ?? [],
  );
  return chosenLanguage() ?? wished ?? 'en';
}

/** The language of the page: that of the contact who is in (`own`), unless another was chosen here. */
export function useLanguage(first: Spoken, own: string | undefined) {
  const [spoken, setSpoken] = useState(first);
  const [failure, setFailure] = useState<unknown>(null);
  const say = useCallback(async (language: LetterLanguage) => {
    try {
      setSpoken(await speak(language));
      setFailure(null);
    } catch (problem) {
      setFailure(problem);
    }
  }, []);
  useEffect(() => {
    if (own !== undefined && chosenLanguage() === undefined) void say(letterLanguage(own));
  }, [own, say]);
  const choose = (language: LetterLanguage) => {
    window.localStorage.setItem(kept, language);
    void say(language);
  };
  return { spoken, failure, choose };
}
