import type { conflict as frenchConflict, unsaved as frenchUnsaved } from '../fr/conflict.ts';
import type { SameShape } from '../same-shape.ts';

/** Words for two people who changed the same record. */
export const conflict: SameShape<typeof frenchConflict> = {
  title: 'The record has changed meanwhile',
  by: '%{actor} changed it on %{at}.',
  unknown: 'Somebody else changed it.',
  nothingLost: 'Nothing was saved, and what you entered is kept.',
  choose: 'For each field, keep your value or take the new one.',
  same: 'The fields of this form have not changed: you can save again.',
  mine: 'Your entry',
  theirs: 'Current version',
  changedBy: {
    mine: 'changed by you',
    theirs: 'changed meanwhile',
    both: 'changed on both sides',
  },
  empty: 'empty',
  save: 'Save this choice',
  putMine: 'Keep all I entered',
  takeTheirs: 'Give up my entry',
  back: 'Back to the form',
  closed: 'This record can no longer be changed:',
  seen: 'What you saw',
  now: 'Now',
  noDifference: 'What is shown here has not changed.',
  again: 'Try again: %{verb}',
  close: 'Close',
};

/** Words for leaving a form. */
export const unsaved: SameShape<typeof frenchUnsaved> = {
  title: 'Leave without saving?',
  body: 'What you entered is not saved. It will be lost if you leave this page.',
  stay: 'Stay on the page',
  leave: 'Leave without saving',
};
