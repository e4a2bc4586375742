import type { z } from 'zod';
import type { Session } from '../http/session.ts';
import type { SessionBody } from './schema.ts';

/** A session as the console reads it. */
export function presentSession(session: Session): z.output<typeof SessionBody> {
  const { operator, institution, organisations, rights } = session;
  const [first] = organisations;
  return {
    operator: { ...operator },
    rights: [...rights],
    institution: { id: institution.id, name: institution.name },
    organisation: first === undefined ? null : { id: first.id, code: first.code, name: first.name },
    organisations: organisations.map((one) => ({ ...one, rights: [...one.rights] })),
    locale: operator.locale,
    demo: institution.demo,
  };
}
