import bwipjs from 'bwip-js';
import type { z } from 'zod';
import type { Enrolment } from '../../activities/organisation/second-factor/enrol.ts';
import type { Session } from '../http/session.ts';
import type { EnrolmentBody, SessionBody } from './schema.ts';

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

/** What an authenticator is given, with the picture it reads: drawn here, sent to nobody else. */
export function presentEnrolment({ secret, uri }: Enrolment): z.output<typeof EnrolmentBody> {
  const qrCode = bwipjs.toSVG({
    bcid: 'qrcode',
    text: uri,
    paddingwidth: 4,
    paddingheight: 4,
    backgroundcolor: 'FFFFFF',
  });
  return { secret, uri, qrCode };
}
