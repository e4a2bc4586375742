import { letterFaults } from './letter-faults.ts';
import type { Judge, Judging } from './verdict.ts';

const judge: Judge = (_mark, option, messages) => {
  const missing: string[] = [];
  const twice: string[] = [];
  if (option.state !== 'confirmed') missing.push(`the option is ${option.state}`);
  if (option.births !== 1 || option.confirmations < 1) missing.push('its history is not whole');
  if (option.placements > 1 || option.confirmations > 1) twice.push('a verb was done twice');
  const letter = letterFaults(option, 'confirmation', messages);
  return { missing: [...missing, ...letter.missing], twice: [...twice, ...letter.twice] };
};

/** Judges options that were all to be confirmed, once, with their history and their letter. */
export const judgeConfirmed: Judging = () => Promise.resolve({ judge });
