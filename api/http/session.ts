import { Problem } from '../../activities/problem.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { Right } from '../../rules/options/rights.ts';
import type { SecondFactorState } from '../../rules/organisation/second-step.ts';

/** An organisation the operator works for, with the rights held in it. */
export interface SessionOrganisation {
  id: string;
  code: string;
  name: string;
  rights: readonly string[];
}

/** Who is signed in, as read from the database with every request. */
export interface Session {
  operator: { id: string; name: string; email: string; locale: Locale };
  secondFactor: SecondFactorState;
  institution: { id: string; name: string; demo: boolean };
  organisations: readonly SessionOrganisation[];
  /** All rights, whatever the organisation they are held in. */
  rights: readonly string[];
}

/**
 * What a session may see or touch by one right: the organisations in which the operator holds it. `session` stands for
 * what every signed-in operator may do.
 */
export function scopeOf(session: Session, right: Right | 'session'): Scope & { organisationIds: string[] } {
  const organisations = session.organisations.filter(
    (organisation) => right === 'session' || organisation.rights.includes(right),
  );
  return {
    institutionId: session.institution.id,
    organisationIds: organisations.map((organisation) => organisation.id),
  };
}

/**
 * Asks for a right beyond the one the route declares.
 * @throws Problem `request.forbidden`
 */
export function requireRight(session: Session, right: Right): void {
  if (!session.rights.includes(right)) throw new Problem('request.forbidden');
}
