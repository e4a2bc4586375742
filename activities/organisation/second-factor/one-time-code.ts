import { Secret, TOTP } from 'otpauth';

/** Codes of authenticators (RFC 6238) as every application knows them: SHA-1, six digits, 30 seconds. */
const kind = { issuer: 'Placet', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Clocks differ: a code is taken one step early or late (RFC 6238, section 5.2). */
const stepsAside = 1;

/** A new secret of 160 bits, in the letters that applications take by hand. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to the application that reads it. */
export function enrolmentUri(secret: string, account: string): string {
  return new TOTP({ ...kind, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** The 30-second step a code belongs to, when it is one of the secret's at this time; else null. */
export function stepOfCode(secret: string, code: string, now: string): number | null {
  const totp = new TOTP({ ...kind, secret: Secret.fromBase32(secret) });
  const timestamp = Date.parse(now);
  const delta = totp.validate({ token: code, timestamp, window: stepsAside });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
