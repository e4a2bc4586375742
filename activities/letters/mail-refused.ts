/**
 * Why a message did not go out. Only `addressInvalid` and `refused` are about the message; the others
 * are about the server or the way to it, and pass.
 */
export type MailRefusal =
  | 'mail.addressInvalid'
  | 'mail.refused'
  | 'mail.deferred'
  | 'mail.serverRefused'
  | 'mail.unreachable'
  | 'mail.timeout';

/** A message that no server has said it keeps. `permanent`: the same message would be refused again. */
export class MailRefused extends Error {
  readonly permanent: boolean;
  readonly code: MailRefusal;
  /** The server's own words, when it said any. */
  readonly response: string | null;

  constructor(refusal: { code: MailRefusal; permanent: boolean; response: string | null; cause?: unknown }) {
    super(refusal.response === null ? refusal.code : `${refusal.code}: ${refusal.response}`, {
      cause: refusal.cause,
    });
    this.name = 'MailRefused';
    this.code = refusal.code;
    this.permanent = refusal.permanent;
    this.response = refusal.response;
  }
}
