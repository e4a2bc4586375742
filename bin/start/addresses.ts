import type { Home } from '../home/home.ts';
import type { Secrets } from '../home/secrets.ts';
import { freePorts } from '../parts/free-port.ts';
import { postgresUrl } from '../parts/postgres.ts';
import { environmentWith, type Settings } from '../settings.ts';

/** The database of the embedded PostgreSQL. */
export const DATABASE = 'placet';

/** Where the embedded parts listen, those that are started. */
export type Ports = { postgres: number; temporal: number; smtp: number };

/**
 * Chosen before anything starts, so that each part can be told where the others will be; they stay for the whole run.
 * `own` is where the api will listen.
 */
export async function choosePorts(own: number): Promise<Ports> {
  const [postgres = 0, temporal = 0, smtp = 0] = await freePorts(3, own);
  return { postgres, temporal, smtp };
}

/** The owner's address of the database, embedded or not. */
export function databaseUrlOf(settings: Settings, secrets: Secrets, ports: Ports): string {
  return settings.databaseUrl ?? postgresUrl(ports.postgres, secrets.postgresPassword, DATABASE);
}

/** The environment in which api and worker run: the same names as in production, nothing left to guess. */
export function serviceEnvironment(
  settings: Settings,
  home: Home,
  secrets: Secrets,
  ports: Ports,
): NodeJS.ProcessEnv {
  return environmentWith({
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    PLACET_HOME: home.folder,
    PLACET_DEMO: settings.demo ? '1' : '0',
    PLACET_DEMO_PASSWORD: secrets.demoPassword,
    ...(settings.smtpUrl === null ? { PLACET_MAIL_DIR: home.mail } : {}),
    DATABASE_URL: databaseUrlOf(settings, secrets, ports),
    TEMPORAL_ADDRESS: settings.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    SMTP_URL: settings.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    SESSION_SECRET: settings.sessionSecret ?? secrets.sessionSecret,
    SECRETS_KEY: settings.secretsKey ?? secrets.secretsKey,
    LOG_LEVEL: settings.logLevel,
  });
}
