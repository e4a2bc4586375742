import { Problem } from '../../activities/problem.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Served } from '../../database/read-models/served.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { OptionKind, Right } from '../../rules/options/rights.ts';
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
  /** All rights, whatever the organisation they are held in: enough to open a screen, never to act. */
  rights: readonly string[];
  /** The rights by organisation. */
  held: Readonly<Record<string, readonly string[]>>;
  /** The clients and products they serve. */
  served: Served;
}

/**
 * What a session may see or touch by one right, or by several at once: the organisations in which the operator holds
 * them. `session` stands for what every signed-in operator may do.
 */
export function scopeOf(
  session: Session,
  right: Right | 'session',
  also: readonly Right[] = [],
): Scope & { organisationIds: string[] } {
  const needed = right === 'session' ? also : [right, ...also];
  const organisations = session.organisations.filter(({ rights }) =>
    needed.every((each) => rights.includes(each)),
  );
  return {
    institutionId: session.institution.id,
    organisationIds: organisations.map((organisation) => organisation.id),
    served: session.served,
  };
}

/** The same for rows of either kind of option, each kind with a right of its own. */
export function scopeByKind(session: Session, rightOf: (kind: OptionKind) => Right): Scope {
  const of = (kind: OptionKind) => scopeOf(session, rightOf(kind)).organisationIds;
  const byKind = { seats: of('seats'), product: of('product') };
  const organisationIds = [...new Set([...byKind.seats, ...byKind.product])];
  return { ...scopeOf(session, 'session'), organisationIds, byKind };
}

/** The rights held in one organisation. */
export function rightsIn(session: Session, organisationId: string): readonly string[] {
  return session.held[organisationId] ?? [];
}

/**
 * Asks for a right beyond the one the route declares, in any organisation.
 * @throws Problem `request.forbidden`
 */
export function requireRight(session: Session, right: Right): void {
  if (!session.rights.includes(right)) throw new Problem('request.forbidden');
}
