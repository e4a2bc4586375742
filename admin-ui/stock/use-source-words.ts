import { useText } from '../messages/use-text.ts';

const counters = [
  'held',
  'ordered',
  'sold',
  'blocked',
  'allotted',
  'recalling',
  'tentative',
  'assigned',
  'lent',
  'pool',
  'overbooking',
  'seats',
  'seatsHeld',
  'seatsNamed',
] as const;
const sources = [
  'option',
  'offer',
  'basket',
  'order',
  'distributor-sale',
  'external-sale',
  'block',
  'contingent',
] as const;

/** What a number of the stock and what takes its places are called; what has no word yet is told as it is. */
export function useSourceWords() {
  const text = useText();
  return {
    counter: (name: string): string => {
      const known = counters.find((each) => each === name);
      return known === undefined ? name : text(`screens.stock.counter.${known}`);
    },
    source: ({
      source,
      number = null,
      reference = null,
    }: {
      source: string;
      number?: number | null;
      reference?: string | null;
    }): string => {
      const known = sources.find((each) => each === source);
      const word = known === undefined ? source : text(`screens.stock.source.${known}`);
      const name = number ?? reference;
      return name === null ? word : `${word} ${name}`;
    },
  };
}
