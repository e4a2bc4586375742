import { z } from 'zod';
import { locales } from '../../rules/messages/locale.ts';

/** What a person types to come in. */
export const SignInBody = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(200),
});

/** Who is signed in and what they may do where. */
export const SessionBody = z
  .object({
    operator: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      locale: z.enum(locales),
    }),
    rights: z.array(z.string()),
    institution: z.object({ id: z.uuid(), name: z.string() }),
    /** The one whose screens open first. */
    organisation: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
    organisations: z.array(
      z.object({ id: z.uuid(), code: z.string(), name: z.string(), rights: z.array(z.string()) }),
    ),
    locale: z.enum(locales),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });
