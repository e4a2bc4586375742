import { createHash, randomBytes } from 'node:crypto';

/** A secret that opens something: 256 bits, fit for an address and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret, or of an address whose change must be seen. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** What is kept of an e-mail address: another writing of the same one is the same. */
export function emailHash(email: string | null): string {
  return tokenHash((email ?? '').trim().toLowerCase());
}
