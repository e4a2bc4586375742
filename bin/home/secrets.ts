import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writePrivateJson } from './private-file.ts';

const Secrets = z.object({
  postgresPassword: z.string(),
  sessionSecret: z.string(),
  /** Absent in the homes of earlier versions. */
  secretsKey: z.string().optional(),
  demoPassword: z.string(),
});

/** What this installation made up for itself, once. */
export type Secrets = Required<z.infer<typeof Secrets>>;

/** The home's secrets, made at the first call; a demo password that is given replaces the kept one. */
export function homeSecrets(home: string, demoPassword: string | null): Secrets {
  const file = join(home, 'secrets.json');
  const kept = readJson(file, Secrets);
  const secrets = {
    postgresPassword: kept?.postgresPassword ?? randomBytes(24).toString('base64url'),
    sessionSecret: kept?.sessionSecret ?? randomBytes(48).toString('base64url'),
    secretsKey: kept?.secretsKey ?? randomBytes(48).toString('base64url'),
    demoPassword: demoPassword ?? kept?.demoPassword ?? randomBytes(9).toString('base64url'),
  };
  const isKept = secrets.demoPassword === kept?.demoPassword && secrets.secretsKey === kept.secretsKey;
  if (!isKept) writePrivateJson(file, secrets);
  return secrets;
}
