import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's settings (19 MiB, two passes), which follow OWASP's password storage advice. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Takes the same time whether the account exists or not: without a hash the password is held against a made one. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash('a password that opens nothing');
  const fits = await verify(passwordHash ?? (await nobody), password);
  return fits && passwordHash !== null;
}

let nobody: Promise<string> | null = null;
