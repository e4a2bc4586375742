import { usePortionedRun } from '../bulk/use-portioned-run.ts';
import { portionsOf, type TogetherItem } from './together-preview.ts';

/** Places what was accepted. */
export function useTogetherRun() {
  const { run, start, clear } = usePortionedRun();
  return {
    run,
    clear,
    start: (items: readonly TogetherItem[], override: string) =>
      start(
        '/options/bulk/place-together',
        portionsOf(items),
        override === '' ? {} : { override: { reason: override } },
      ),
  };
}
