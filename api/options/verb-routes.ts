import { z } from 'zod';
import { cancelConfirmation } from '../../activities/options/cancel-confirmation.ts';
import { cancelOption } from '../../activities/options/cancel-option.ts';
import { cancelRefusal } from '../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { confirmRefusal } from '../../activities/options/confirm-refusal.ts';
import { expireOption } from '../../activities/options/expire-option.ts';
import { extendOption } from '../../activities/options/extend-option.ts';
import { firmOption } from '../../activities/options/firm-option.ts';
import { lapseOption } from '../../activities/options/lapse-option.ts';
import { leaveWaiting } from '../../activities/options/leave-waiting.ts';
import { linkTwin, unlinkTwin } from '../../activities/options/link-twin.ts';
import type { OptionVerbInput } from '../../activities/options/locked-option.ts';
import type { OptionAnswer } from '../../activities/options/option-answer.ts';
import { placeOption } from '../../activities/options/place-option.ts';
import { refuseOption } from '../../activities/options/refuse-option.ts';
import { reinstateOption } from '../../activities/options/reinstate-option.ts';
import { resumeOption } from '../../activities/options/resume-option.ts';
import { waitOption } from '../../activities/options/wait-option.ts';
import { withdrawOption } from '../../activities/options/withdraw-option.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import type { BuiltVerb, optionBirths } from '../../rules/options/life.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Doors } from './doors.ts';
import { presentAnswer } from './presenter.ts';
import { LapseBody, PlaceProductBody, TwinBody } from './product-schema.ts';
import { ConfirmBody, ExtendBody, OptionAnswerBody, PlaceBody, VerbBody } from './schema.ts';

const Id = z.strictObject({ id: z.uuid() });

type VerbOnOption = Exclude<BuiltVerb, keyof typeof optionBirths | 'change'>;

/** One route of a verb: its own words, and the function that does it. */
function verbRoute<Body extends z.ZodType<Omit<OptionVerbInput, 'optionId' | 'version' | 'kind'>>>(
  { kind, path, tags }: Doors,
  verb: VerbOnOption,
  summary: string,
  body: Body,
  act: (caller: VerbCaller, input: z.output<Body> & OptionVerbInput) => Promise<OptionAnswer>,
): Route {
  return defineRoute({
    method: 'post',
    path: `${path}/{id}/${verb}`,
    summary,
    tags,
    right: rightFor(verb, kind),
    params: Id,
    body,
    answers: { 200: OptionAnswerBody },
    handle: async ({ params, body: input, ifMatch, caller, session, locale }) => {
      const answer = await act(caller(), { ...input, kind, optionId: params.id, version: ifMatch });
      return presentAnswer(answer, { session, locale });
    },
  });
}

/** Every built verb that acts on an existing option, for one kind of it; the compiler asks for the ones that are missing. */
export const verbsOf = (doors: Doors): Readonly<Record<VerbOnOption, Route>> => ({
  place:
    doors.kind === 'seats'
      ? verbRoute(doors, 'place', 'Place an option, or change its placement', PlaceBody, placeOption)
      : verbRoute(doors, 'place', 'Place an option, or change its placement', PlaceProductBody, placeOption),
  extend: verbRoute(
    doors,
    'extend',
    'Agree on another date: of the answer while placed, of the payment once validated',
    ExtendBody,
    extendOption,
  ),
  confirm: verbRoute(
    doors,
    'confirm',
    'Validate a placed option: order and letter',
    ConfirmBody,
    confirmOption,
  ),
  refuse: verbRoute(doors, 'refuse', 'Refuse an option; reversible until validated', VerbBody, refuseOption),
  'cancel-refusal': verbRoute(doors, 'cancel-refusal', 'Cancel a pending refusal', VerbBody, cancelRefusal),
  'confirm-refusal': verbRoute(
    doors,
    'confirm-refusal',
    'Validate a refusal: its letter leaves',
    VerbBody,
    confirmRefusal,
  ),
  'cancel-confirmation': verbRoute(
    doors,
    'cancel-confirmation',
    'Cancel a validation, of a placement or of a refusal',
    VerbBody,
    cancelConfirmation,
  ),
  lapse: verbRoute(doors, 'lapse', 'Let an option lapse; its seats go back', LapseBody, lapseOption),
  withdraw: verbRoute(
    doors,
    'withdraw',
    'Withdraw an option at the contact’s wish',
    VerbBody,
    withdrawOption,
  ),
  wait: verbRoute(
    doors,
    'wait',
    'Put a refused option on the waiting list; its letter leaves',
    VerbBody,
    waitOption,
  ),
  'leave-waiting': verbRoute(
    doors,
    'leave-waiting',
    'Take an option off the waiting list: a pending refusal again',
    VerbBody,
    leaveWaiting,
  ),
  firm: verbRoute(
    doors,
    'firm',
    'Make a validated option firm: time does not release it',
    VerbBody,
    firmOption,
  ),
  cancel: verbRoute(
    doors,
    'cancel',
    'Cancel a validated or firm option; its seats go back',
    VerbBody,
    cancelOption,
  ),
  reinstate: verbRoute(
    doors,
    'reinstate',
    'Place a lapsed option again, as it was',
    VerbBody,
    reinstateOption,
  ),
  expire: verbRoute(
    doors,
    'expire',
    'Record that the last performance asked for is past',
    VerbBody,
    expireOption,
  ),
  resume: verbRoute(
    doors,
    'resume',
    'Load the order of a validated option into a basket',
    VerbBody,
    resumeOption,
  ),
});

/** Linking two options as twins; each may be of either kind. */
export function twinRoutes({ kind, path, tags }: Doors): Route[] {
  const shared = { method: 'post', tags, right: 'options.seats.twins:execute', params: Id } as const;
  const answers = { 200: OptionAnswerBody };
  return [
    defineRoute({
      ...shared,
      path: `${path}/{id}/link-twin`,
      summary: 'Link an option with another: what is done to one is proposed for the other',
      body: TwinBody,
      answers,
      handle: async ({ params, body, ifMatch, caller, session, locale }) => {
        const answer = await linkTwin(caller(), { ...body, kind, optionId: params.id, version: ifMatch });
        return presentAnswer(answer, { session, locale });
      },
    }),
    defineRoute({
      ...shared,
      path: `${path}/{id}/unlink-twin`,
      summary: 'Unlink an option from its twin',
      body: VerbBody,
      answers,
      handle: async ({ params, body, ifMatch, caller, session, locale }) => {
        const answer = await unlinkTwin(caller(), { ...body, kind, optionId: params.id, version: ifMatch });
        return presentAnswer(answer, { session, locale });
      },
    }),
  ];
}
