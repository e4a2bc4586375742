import type { BuiltVerb, OptionState, optionBirths } from '../../rules/options/life.ts';
import { Problem } from '../problem.ts';
import type { VerbCaller } from '../verb.ts';
import { cancelConfirmation } from './cancel-confirmation.ts';
import { cancelOption } from './cancel-option.ts';
import { cancelRefusal } from './cancel-refusal.ts';
import { confirmOption } from './confirm-option.ts';
import { confirmRefusal } from './confirm-refusal.ts';
import { expireOption } from './expire-option.ts';
import { extendOption } from './extend-option.ts';
import { firmOption } from './firm-option.ts';
import type { BulkOption } from './in-bulk.ts';
import { lapseOption } from './lapse-option.ts';
import { leaveWaiting } from './leave-waiting.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { placeOption } from './place-option.ts';
import { refuseOption } from './refuse-option.ts';
import { reinstateOption } from './reinstate-option.ts';
import { waitOption } from './wait-option.ts';
import { withdrawOption } from './withdraw-option.ts';

/**
 * `validate` confirms what is placed and makes definite what is refused, in one selection. An order is resumed one at a
 * time: its contact is there to pay.
 */
export type BulkVerb = Exclude<BuiltVerb, keyof typeof optionBirths | 'change' | 'resume'> | 'validate';

/** What the options of a selection may be told alike. */
export interface BulkWords {
  reason?: string | null;
  override?: { reason: string } | null;
  remainder?: 'drop' | 'wait' | null;
  confirmationDueAt?: string | null;
  paymentDueAt?: string | null;
  orderGroup?: string | null;
  dueAt?: string;
}

type BulkAct = (
  caller: VerbCaller,
  input: BulkWords & OptionVerbInput,
  option: BulkOption,
) => Promise<OptionAnswer>;

const refusedStates: readonly OptionState[] = ['refused', 'declined'];

/** Every verb on one option of a selection; the compiler asks for the ones that are missing. */
export const bulkActs: Readonly<Record<BulkVerb, BulkAct>> = {
  // what is placed stays as it is
  place: (caller, input) => placeOption(caller, { ...input, inBulk: true }),
  extend: (caller, { dueAt, ...input }) => {
    if (dueAt === undefined)
      throw new Problem('request.invalid', { errors: [{ path: 'dueAt', code: 'field.required' }] });
    return extendOption(caller, { ...input, dueAt });
  },
  confirm: confirmOption,
  refuse: refuseOption,
  'cancel-refusal': cancelRefusal,
  'confirm-refusal': confirmRefusal,
  'cancel-confirmation': cancelConfirmation,
  wait: waitOption,
  'leave-waiting': leaveWaiting,
  firm: firmOption,
  cancel: cancelOption,
  reinstate: reinstateOption,
  lapse: lapseOption,
  expire: expireOption,
  withdraw: withdrawOption,
  // what is refused, or was when the same call came first, is confirmed as a refusal; everything else as a placement
  validate: (caller, input, option) =>
    refusedStates.includes(option.state) ? confirmRefusal(caller, input) : confirmOption(caller, input),
};
