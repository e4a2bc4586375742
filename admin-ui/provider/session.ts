import { type RaRecord, usePermissions, useRecordContext } from 'react-admin';
import { isLocale, type Locale } from '../../rules/messages/locale.ts';
import type { Right } from '../../rules/organisation/right-tree.ts';
import type { SecondStep } from '../../rules/organisation/second-step.ts';
import type { Enrolment } from '../account/security-record.ts';
import { mayOn } from './may-on.ts';
import { isFields } from './problem.ts';
import { request } from './request.ts';

export type OrganisationName = { id: string; name: string };

/** An organisation one works for, and what one may do there. */
export type SessionOrganisation = OrganisationName & { rights: readonly string[] };

/** Who is signed in, what they may do and for whom. */
export type Session = {
  operator: { id: string; name: string; email: string };
  /** Whatever the organisation they are held in. */
  rights: readonly string[];
  organisation: OrganisationName | null;
  organisations: readonly SessionOrganisation[];
  locale: Locale;
  demo: boolean;
};

function organisationName(value: unknown): OrganisationName | null {
  return isFields(value) && typeof value.id === 'string' && typeof value.name === 'string'
    ? { id: value.id, name: value.name }
    : null;
}

function rightsOf(value: unknown): string[] {
  return isFields(value) && Array.isArray(value.rights)
    ? value.rights.filter((right) => typeof right === 'string')
    : [];
}

function sessionOrganisation(value: unknown): SessionOrganisation | null {
  const named = organisationName(value);
  return named === null ? null : { ...named, rights: rightsOf(value) };
}

function readSession(json: unknown): Session {
  const fields = isFields(json) ? json : {};
  const operator = isFields(fields.operator) ? fields.operator : {};
  const organisation = organisationName(fields.organisation);
  const organisations = Array.isArray(fields.organisations) ? fields.organisations : [organisation];
  return {
    operator: {
      id: String(operator.id ?? ''),
      name: String(operator.name ?? ''),
      email: String(operator.email ?? ''),
    },
    rights: rightsOf(fields),
    organisation,
    organisations: organisations.map(sessionOrganisation).filter((row) => row !== null),
    locale: isLocale(fields.locale) ? fields.locale : 'fr',
    demo: fields.demo === true,
  };
}

let known: Promise<Session> | null = null;

/** The session, asked for once and kept until it ends. */
export function currentSession(): Promise<Session> {
  known ??= request('/session').then(({ json }) => readSession(json));
  known.catch(forgetSession);
  return known;
}

/**
 * Opens a session, or answers the second step that is owed first.
 * @throws ProblemError 401 when address or password are wrong, 429 after too many attempts
 */
export async function openSession(credentials: {
  email: string;
  password: string;
}): Promise<SecondStep | null> {
  const { status, json } = await request('/session', { method: 'POST', body: credentials });
  forgetSession();
  if (status !== 202) return null;
  return isFields(json) && json.step === 'enrol' ? 'enrol' : 'code';
}

/** Ends a sign-in by a code. @throws ProblemError 422 for a wrong one, 429 after too many, 401 when it took too long */
export async function showCode(code: string): Promise<void> {
  await request('/session/second-step', { method: 'POST', body: { code } });
  forgetSession();
}

/** Begins the enrolment that a role asks for at sign-in. @throws ProblemError */
export async function beginOwedEnrolment(): Promise<Enrolment> {
  const { json } = await request('/session/second-step/enrolment', { method: 'POST', body: {} });
  const fields = isFields(json) ? json : {};
  return {
    secret: String(fields.secret ?? ''),
    uri: String(fields.uri ?? ''),
    qrCode: String(fields.qrCode ?? ''),
  };
}

/** Ends that enrolment by a code; answers the recovery codes. @throws ProblemError */
export async function confirmOwedEnrolment(code: string): Promise<string[]> {
  const { json } = await request('/session/second-step/enrolment/confirm', {
    method: 'POST',
    body: { code },
  });
  forgetSession();
  const codes = isFields(json) && Array.isArray(json.recoveryCodes) ? json.recoveryCodes : [];
  return codes.filter((each) => typeof each === 'string');
}

/** Closes the session, also when the server has already forgotten it. */
export async function closeSession(): Promise<void> {
  const open = known;
  forgetSession();
  if (open !== null) await request('/session', { method: 'DELETE' }).catch(() => undefined);
}

/** The next question about the session asks the server again. */
export function forgetSession(): void {
  known = null;
}

/** The session of the person at the screen; undefined while it is being asked for. */
export function useSession(): Session | undefined {
  const { permissions } = usePermissions<Session | null>();
  return permissions ?? undefined;
}

/**
 * Whether the person at the screen has a right, such as `options.seats.placement:execute`: on the page of a record that
 * belongs to an organisation, in that one; else in any.
 */
export function useRight(right: Right): boolean {
  const session = useSession();
  const record = useRecordContext<RaRecord>();
  return session !== undefined && mayOn(session, right, record ?? {});
}
