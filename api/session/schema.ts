import { z } from 'zod';
import { locales } from '../../rules/messages/locale.ts';
import { browserNames, systemNames } from '../../rules/organisation/device.ts';

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

/** What is still owed after a first factor. */
export const StepBody = z.object({ step: z.enum(['code', 'enrol']) }).meta({ id: 'SecondStep' });

/** A code as it is typed: of an authenticator, or for recovery. */
export const CodeBody = z.strictObject({ code: z.string().trim().min(6).max(20) });

/** What an authenticator is given, once. */
export const EnrolmentBody = z.object({
  secret: z.string().meta({ description: 'Base 32, to type by hand' }),
  uri: z.string(),
  qrCode: z.string().meta({ description: 'The same as an SVG image' }),
});

/** Codes on paper, shown this once. */
export const RecoveryCodesBody = z.object({ recoveryCodes: z.array(z.string()) });

/** How many sessions ended. */
export const Ended = z.object({ ended: z.int() });

/** How an operator comes in, and where they are in now. */
export const OperatorSecurityBody = z
  .object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        device: z.object({ browser: z.enum(browserNames), system: z.enum(systemNames) }).nullable(),
        openedAt: z.iso.datetime(),
        seenAt: z.iso.datetime().meta({ description: 'Kept to a quarter of an hour' }),
        current: z.boolean(),
      }),
    ),
    secondFactor: z.object({
      state: z.enum(['none', 'required', 'enrolled']),
      confirmedAt: z.iso.datetime().nullable(),
      recoveryCodes: z.int(),
    }),
    linkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OperatorSecurity' });

/** The same of oneself. */
export const SecurityBody = OperatorSecurityBody.extend({
  fresh: z.boolean().meta({ description: 'Signed in a short while ago: no password is asked for' }),
}).meta({ id: 'AccountSecurity' });

/** The ways to sign in besides a password. */
export const WaysBody = z.object({ issuer: z.object({ name: z.string() }).nullable() });

/** How the operators of an institution come in. */
export const SignInSettingsBody = z
  .object({
    secondFactorRoleIds: z.array(z.uuid()),
    createsOperators: z.boolean(),
    groupRoles: z.array(z.object({ group: z.string(), roleId: z.uuid(), organisationId: z.uuid() })),
    version: z.int(),
  })
  .meta({ id: 'SignInSettings' });
