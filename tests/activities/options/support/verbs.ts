import { cancelConfirmation } from '../../../../activities/options/cancel-confirmation.ts';
import { cancelOption } from '../../../../activities/options/cancel-option.ts';
import { cancelRefusal } from '../../../../activities/options/cancel-refusal.ts';
import { changeOption } from '../../../../activities/options/change-option.ts';
import { confirmOption } from '../../../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../../../activities/options/confirm-refusal.ts';
import { expireOption } from '../../../../activities/options/expire-option.ts';
import { extendOption } from '../../../../activities/options/extend-option.ts';
import { firmOption } from '../../../../activities/options/firm-option.ts';
import { lapseOption } from '../../../../activities/options/lapse-option.ts';
import { leaveWaiting } from '../../../../activities/options/leave-waiting.ts';
import type { OptionVerbInput } from '../../../../activities/options/locked-option.ts';
import type { RequestInput } from '../../../../activities/options/new-option.ts';
import type { OptionAnswer } from '../../../../activities/options/option-answer.ts';
import { placeOption } from '../../../../activities/options/place-option.ts';
import { refuseOption } from '../../../../activities/options/refuse-option.ts';
import { reinstateOption } from '../../../../activities/options/reinstate-option.ts';
import { resumeOption } from '../../../../activities/options/resume-option.ts';
import { waitOption } from '../../../../activities/options/wait-option.ts';
import { withdrawOption } from '../../../../activities/options/withdraw-option.ts';
import { payByHand } from '../../../../activities/orders/pay-by-hand.ts';
import { Problem } from '../../../../activities/problem.ts';
import type { VerbCaller } from '../../../../activities/verb.ts';
import type { BuiltVerb, optionBirths } from '../../../../rules/options/life.ts';
import { inDays } from './stage.ts';

/** A built verb that acts on an option there is. */
export type ActingVerb = Exclude<BuiltVerb, keyof typeof optionBirths>;

type Act = (caller: VerbCaller, input: OptionVerbInput, request: RequestInput) => Promise<OptionAnswer>;

/** Every one of them; `change` repeats the request. The compiler asks for those that are missing. */
export const acts: Readonly<Record<ActingVerb, Act>> = {
  change: (caller, input, request) => changeOption(caller, { ...request, ...input }),
  place: placeOption,
  extend: (caller, input) =>
    extendOption(caller, { ...input, dueAt: inDays(7), reason: input.reason ?? 'Convenu au téléphone' }),
  refuse: refuseOption,
  'cancel-refusal': cancelRefusal,
  confirm: confirmOption,
  'cancel-confirmation': cancelConfirmation,
  'confirm-refusal': confirmRefusal,
  lapse: lapseOption,
  withdraw: withdrawOption,
  wait: waitOption,
  'leave-waiting': leaveWaiting,
  firm: firmOption,
  cancel: cancelOption,
  reinstate: reinstateOption,
  expire: expireOption,
  resume: resumeAndPay,
};

/** An option is resumed once its basket is paid: both, as people do them. */
async function resumeAndPay(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  const { basketId, ...answer } = await resumeOption(caller, input);
  const places = answer.lines.flatMap(({ placed }) => placed);
  const amountCents = places.reduce((sum, each) => sum + each.quantity * (each.priceCents ?? 0), 0);
  const lines = places.map(({ id, quantity }) => ({ placesId: id, quantity }));
  const paying = { ...caller, requestId: `${caller.requestId}/paid` };
  await payByHand(paying, {
    basketId: basketId ?? '',
    amountCents,
    means: 'cash',
    lines,
    reason: input.reason ?? null,
  });
  return { ...answer, state: 'resumed', version: answer.version + 1 };
}

/** Their names. */
export const actingVerbs = [
  'change',
  'place',
  'extend',
  'refuse',
  'cancel-refusal',
  'confirm',
  'cancel-confirmation',
  'confirm-refusal',
  'lapse',
  'withdraw',
  'wait',
  'leave-waiting',
  'firm',
  'cancel',
  'reinstate',
  'expire',
  'resume',
] as const satisfies readonly ActingVerb[];

/** The code a verb refused with. Anything but a clear "no" is thrown on. */
export async function refusal(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
