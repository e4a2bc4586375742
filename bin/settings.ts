import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { IssuerSettings } from '../api/settings.ts';
import type { ProgramSettings } from './parts/program.ts';

/** The folder of this checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Everything the environment decides. null: nothing was said, the embedded part or a made value is used. */
export type Settings = {
  /** State of this installation: secrets, databases, messages, logs. */
  home: string;
  host: string;
  port: number;
  /** The address people use, without a slash at its end. */
  publicUrl: string;
  demo: boolean;
  demoPassword: string | null;
  databaseUrl: string | null;
  temporalAddress: string | null;
  temporalNamespace: string;
  smtpUrl: string | null;
  sessionSecret: string | null;
  secretsKey: string | null;
  /** Who vouches for operators besides their password; null: nobody. */
  issuer: IssuerSettings | null;
  logLevel: LogLevel;
  maxCachedWorkflows: number;
  programs: ProgramSettings;
  /** A file that exists while the worker is ready, for container health checks. */
  readyFile: string | null;
  /** Where the built console is. */
  consoleDir: string;
  /** Where the mail catcher keeps its messages; null: letters go to a mail server of one's own. */
  mailDir: string | null;
};

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const Text = z.string().min(1);
const Port = z.coerce.number().int().min(1).max(65_535);

/** What an issuer says decides who comes in: nobody on the way may change it. */
function isTrustworthy(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

const Variables = z.object({
  PORT: Port.default(3000),
  HOST: Text.default('127.0.0.1'),
  PLACET_HOME: Text.default(join(ROOT, '.placet')),
  PLACET_DEMO: z.enum(['0', '1']).optional(),
  PLACET_DEMO_PASSWORD: z.string().min(8).optional(),
  PLACET_CACHE: Text.optional(),
  PLACET_MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(1).default(200),
  PLACET_READY_FILE: Text.optional(),
  PLACET_MAIL_DIR: Text.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d+$/)
    .optional(),
  TEMPORAL_NAMESPACE: Text.default('placet'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  SECRETS_KEY: z.string().min(32).optional(),
  OIDC_ISSUER: z.url().refine(isTrustworthy).optional(),
  OIDC_CLIENT_ID: Text.optional(),
  OIDC_CLIENT_SECRET: Text.optional(),
  OIDC_NAME: Text.max(60).default('OpenID Connect'),
  OIDC_INSTITUTION: Text.optional(),
  OIDC_GROUPS_CLAIM: Text.default('groups'),
  OIDC_SCOPE: z
    .string()
    .regex(/\bopenid\b/)
    .default('openid profile email'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PATH: z.string().default(''),
  XDG_CACHE_HOME: Text.optional(),
  XDG_CONFIG_HOME: Text.optional(),
  PIP_INDEX_URL: z.url().optional(),
  PIP_EXTRA_INDEX_URL: z.string().default(''),
  PIP_CONFIG_FILE: Text.optional(),
  TEMPORAL_DOWNLOAD_URL: z.url().default('https://temporal.download'),
});

/** An issuer needs its client. */
const Environment = Variables.refine(
  ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) =>
    (OIDC_ISSUER === undefined) === (OIDC_CLIENT_ID === undefined) &&
    (OIDC_ISSUER === undefined) === (OIDC_CLIENT_SECRET === undefined),
  { path: ['OIDC_ISSUER'] },
);

type Variable = keyof typeof Variables.shape;

/** What a variable must look like, in words, for the person who set it otherwise. */
const EXPECTED: Partial<Record<Variable, string>> = {
  PORT: 'a port between 1 and 65535',
  PLACET_DEMO: '0 or 1',
  PLACET_DEMO_PASSWORD: 'at least 8 characters',
  PLACET_MAX_CACHED_WORKFLOWS: 'a whole number from 1',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/placet',
  TEMPORAL_ADDRESS: 'an address like localhost:7233',
  SMTP_URL: 'an address like smtp://localhost:25',
  PUBLIC_URL: 'an address like https://placet.example',
  SESSION_SECRET: 'at least 32 characters',
  SECRETS_KEY: 'at least 32 characters',
  OIDC_ISSUER:
    'an https address (http on this machine only), and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET with it',
  OIDC_SCOPE: 'scopes with openid among them, such as openid profile email groups',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  PIP_INDEX_URL: 'an address like https://pypi.org/simple',
  TEMPORAL_DOWNLOAD_URL: 'an address',
};

/**
 * Reads the environment; a variable that is set to nothing counts as not set.
 * @throws one error that names every variable that is not understood and what it should look like.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(said);
  if (!parsed.success) throw new Error(complaint(parsed.error));
  const variables = parsed.data;
  const cacheHome = variables.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return {
    home: resolve(variables.PLACET_HOME),
    host: variables.HOST,
    port: variables.PORT,
    publicUrl: (variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`).replace(/\/+$/, ''),
    demo:
      variables.PLACET_DEMO === undefined
        ? variables.DATABASE_URL === undefined
        : variables.PLACET_DEMO === '1',
    demoPassword: variables.PLACET_DEMO_PASSWORD ?? null,
    databaseUrl: variables.DATABASE_URL ?? null,
    temporalAddress: variables.TEMPORAL_ADDRESS ?? null,
    temporalNamespace: variables.TEMPORAL_NAMESPACE,
    smtpUrl: variables.SMTP_URL ?? null,
    sessionSecret: variables.SESSION_SECRET ?? null,
    secretsKey: variables.SECRETS_KEY ?? null,
    issuer: issuerOf(variables),
    logLevel: variables.LOG_LEVEL,
    maxCachedWorkflows: variables.PLACET_MAX_CACHED_WORKFLOWS,
    readyFile: variables.PLACET_READY_FILE ?? null,
    consoleDir: join(ROOT, 'admin-ui', 'dist'),
    mailDir: variables.PLACET_MAIL_DIR ?? null,
    programs: {
      searchPath: variables.PATH,
      cacheDir: variables.PLACET_CACHE ?? join(cacheHome, 'placet'),
      downloadUrl: variables.TEMPORAL_DOWNLOAD_URL,
      machine: `${process.platform}-${process.arch}`,
      pip: {
        indexUrl: variables.PIP_INDEX_URL ?? null,
        extraIndexUrls: variables.PIP_EXTRA_INDEX_URL.split(/\s+/).filter((url) => url !== ''),
        configFile: variables.PIP_CONFIG_FILE ?? null,
        configHome: variables.XDG_CONFIG_HOME ?? null,
      },
    },
  };
}

function issuerOf(variables: z.output<typeof Environment>): Settings['issuer'] {
  const { OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables;
  if (url === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    url,
    clientId,
    clientSecret,
    name: variables.OIDC_NAME,
    institution: variables.OIDC_INSTITUTION ?? null,
    groupsClaim: variables.OIDC_GROUPS_CLAIM,
    scope: variables.OIDC_SCOPE,
  };
}

/** The environment for a process we start: ours, with what we decided put over it. */
export function environmentWith(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables };
}

/** @throws with the variable's name when it was not set. */
export function required<T>(value: T | null, variable: Variable): T {
  if (value === null) throw new Error(`${variable} must be set.`);
  return value;
}

/** Secrets may be among the values: only the names are said. */
function complaint(error: z.ZodError): string {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  const lines = names.map(
    (name) => `  ${name} must be ${isVariable(name) ? (EXPECTED[name] ?? 'set') : 'set'}.`,
  );
  return ['The environment is not understood:', ...lines].join('\n');
}

function isVariable(name: string): name is Variable {
  return name in Variables.shape;
}
