import { z } from 'zod';
import { releaseMail } from '../../activities/mail-guard/release-mail.ts';
import { readMailHold } from '../../database/mail-hold.ts';
import { defineRoute, type Route } from '../http/route.ts';

const tags = ['mail-hold'];
const MailHoldBody = z
  .object({
    held: z.boolean(),
    since: z.string().nullable(),
    reason: z.enum(['moved', 'older', 'other', 'asked']).nullable(),
  })
  .meta({ id: 'MailHold' });

export type MailHold = z.output<typeof MailHoldBody>;

const state = defineRoute({
  method: 'get',
  path: '/api/mail-hold',
  summary: 'Whether all mail is held after a restore',
  tags,
  right: 'letters.mail-hold:read',
  answers: { 200: MailHoldBody },
  handle: async ({ read }) => read(readMailHold),
});

const release = defineRoute({
  method: 'post',
  path: '/api/mail-hold/release',
  summary: 'Let held mail go, by a person’s decision',
  tags,
  right: 'letters.mail-hold:execute',
  body: z.strictObject({
    withoutLetterIds: z.array(z.uuid()).max(1_000).optional(),
    reason: z.string().trim().min(1).max(2_000).nullish(),
  }),
  answers: { 200: MailHoldBody },
  handle: async ({ body, caller, read }) => {
    await releaseMail(caller(), body);
    return read(readMailHold);
  },
});

/** Mail held after a restore, and the decision to let it go. */
export const mailHoldRoutes: readonly Route[] = [state, release];
