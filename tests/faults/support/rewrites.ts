import type { Rewrite } from './rewrite.ts';

/** A letter made anew at every attempt, under an identity of the attempt's own, instead of the one that is kept. */
export const letterMadeAnew: readonly Rewrite[] = [
  {
    file: 'activities/letters/write-letter.ts',
    replace: [
      [/return `<\$\{letterId\}@\$\{host\}>`;/, `return \`<\${letterId}.\${Date.now()}@\${host}>\`;`],
    ],
  },
  {
    file: 'activities/letters/send-letter.ts',
    replace: [
      [/if \(letter\.message !== null\) return null;/, ''],
      [/return answer\.ours && written !== null \? .*;/, 'return written.message;'],
    ],
  },
];

/** Whoever names a seat has it, whether somebody else has it or not. */
export const seatGivenAgain: readonly Rewrite[] = [
  {
    file: 'activities/options/seated-lines.ts',
    replace: [[/seat === undefined \|\| seat\.claimId === null \|\| own\.has\(seat\.claimId\)/, 'true']],
  },
];
