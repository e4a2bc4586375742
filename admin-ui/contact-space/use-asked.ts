import { useCallback, useEffect, useState } from 'react';
import { ask } from './ask.ts';
import { useWords } from './words/use-words.ts';

/** What was asked for: under way, there, or failed. */
export interface Asked<Data> {
  data: Data | null;
  failure: unknown;
  /** It takes longer than one waits without a word. */
  slow: boolean;
  again(): void;
}

const slowMs = 3_000;

/** Asks the house for something, and anew when the address changes; `null`: not yet. What is on its way is let go. */
export function useAsked<Data>(path: string | null): Asked<Data> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Answered<Data>>({ key: '', data: null, failure: null });
  const [slow, setSlow] = useState(false);
  const { locale } = useWords(); // much is told in the language of the page: in another one it is asked for anew
  const key = `${path} ${locale} ${round}`;
  useEffect(() => {
    if (path === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => setSlow(true), slowMs);
    const end = (data: Data | null, failure: unknown) => {
      if (controller.signal.aborted) return;
      clearTimeout(timer);
      setSlow(false);
      setState({ key, data, failure });
    };
    ask<Data>(path, { signal: controller.signal }).then(
      (data) => end(data, null),
      (failure: unknown) => end(null, failure),
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [path, key]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const isThis = state.key === key;
  return { data: isThis ? state.data : null, failure: isThis ? state.failure : null, slow, again };
}

/** What came of one question. */
interface Answered<Data> {
  key: string;
  data: Data | null;
  failure: unknown;
}
