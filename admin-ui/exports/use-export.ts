import { useEffect, useRef, useState } from 'react';
import { type ExportProgress, type ExportWish, saveFile, takeExport } from './take-export.ts';

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; progress: ExportProgress | null }
  | { kind: 'done'; rows: number }
  | { kind: 'failed'; failure: unknown };

/** How often what has come is told. */
const tellMs = 200;

/** One export at a time; leaving the page gives it up. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const take = async (wish: ExportWish): Promise<void> => {
    const stop = new AbortController();
    stopper.current = stop;
    let toldAt = 0;
    setState({ kind: 'running', progress: null });
    try {
      const file = await takeExport(wish, stop.signal, (progress) => {
        if (performance.now() - toldAt < tellMs) return;
        toldAt = performance.now();
        setState({ kind: 'running', progress });
      });
      saveFile(file);
      setState({ kind: 'done', rows: file.rows });
    } catch (failure) {
      setState(stop.signal.aborted ? { kind: 'idle' } : { kind: 'failed', failure });
    }
  };
  return {
    state,
    take: (wish: ExportWish) => void take(wish),
    cancel: () => stopper.current?.abort(),
    dismiss: () => setState({ kind: 'idle' }),
  };
}

export type RunningExport = ReturnType<typeof useExport>;
