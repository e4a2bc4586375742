import { optionVerbs } from '../../rules/options/life.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

/** How a run's verb is named. */
export function useRunName(): (verb: string) => string {
  const text = useText();
  const { labels } = useFormat();
  return (name) => {
    const known = optionVerbs.find((verb) => verb === name);
    return known === undefined ? text('bulk.name.validate') : labels.verbs[known];
  };
}
