import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { z } from 'zod';
import type { VouchedPerson } from '../../activities/organisation/sign-in-by-issuer.ts';
import { Problem } from '../../activities/problem.ts';
import type { IssuerSettings } from '../settings.ts';

/** What is remembered of somebody who was sent to the issuer, sealed in their browser. */
export const Errand = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
  /** Who asked from inside to be known by the issuer; null: somebody who wants in. */
  linkTo: z.uuid().nullable(),
});
export type Errand = z.output<typeof Errand>;

/** Whom the issuer vouches for, and whether they showed it more than a password. */
export interface Vouched {
  person: VouchedPerson;
  twoFactors: boolean;
}

/** The issuer of the installation (OpenID Connect): sends people there, and reads what they bring back. */
export interface Issuer {
  name: string;
  institution: string | null;
  /** @throws Problem `issuer.unavailable` */
  send(linkTo: string | null): Promise<{ url: string; errand: Errand }>;
  /** @throws Problem `issuer.refused` for an answer that is not to be believed, `issuer.unavailable` */
  receive(errand: Errand, answer: Readonly<Record<string, string>>): Promise<Vouched>;
}

const waitSeconds = 5;
const errandMs = 10 * 60 * 1000;

/**
 * An issuer as the environment names it: no address ever comes from a request. Its own description is read at first use.
 * Identity tokens count only with a signature under its published keys.
 */
export function openIssuer(
  settings: IssuerSettings,
  publicUrl: string,
  complain: (error: unknown) => void,
): Issuer {
  const redirectUri = `${publicUrl}/api/session/issuer/callback`;
  let known: Promise<Configuration> | null = null;
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      complain(error);
      throw new Problem(isRefusal(error) ? 'issuer.refused' : 'issuer.unavailable');
    });
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null; // the next one asks again
      complain(error);
      throw new Problem('issuer.unavailable');
    });
    return known;
  };
  return {
    name: settings.name,
    institution: settings.institution,
    send: async (linkTo) => {
      const config = await configuration();
      const verifier = randomPKCECodeVerifier();
      const errand = {
        state: randomState(),
        nonce: randomNonce(),
        verifier,
        until: Date.now() + errandMs,
        linkTo,
      };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, errand };
    },
    receive: async (errand, answer) => {
      const config = await configuration();
      const current = new URL(redirectUri);
      for (const [name, value] of Object.entries(answer)) current.searchParams.set(name, value);
      return told(read(config, current, errand, settings));
    },
  };
}

async function discover(settings: IssuerSettings): Promise<Configuration> {
  const url = new URL(settings.url);
  const config = await discovery(url, settings.clientId, settings.clientSecret, undefined, {
    timeout: waitSeconds,
    execute: url.protocol === 'http:' ? [allowInsecureRequests] : [], // settings allow it for this machine only
  });
  enableNonRepudiationChecks(config);
  return config;
}

async function read(
  config: Configuration,
  current: URL,
  errand: Errand,
  settings: IssuerSettings,
): Promise<Vouched> {
  const tokens = await authorizationCodeGrant(config, current, {
    pkceCodeVerifier: errand.verifier,
    expectedState: errand.state,
    expectedNonce: errand.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Problem('issuer.refused');
  const missing = claims[settings.groupsClaim] === undefined || claims.email === undefined;
  const more =
    missing && config.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
  const said = Claims.parse({ ...more, ...claims });
  const groups = Groups.parse(said[settings.groupsClaim]);
  const email = said.email_verified === false ? null : (said.email ?? null);
  const name = said.name ?? said.preferred_username ?? email ?? claims.sub;
  return {
    person: {
      issuer: claims.iss,
      subject: claims.sub,
      name: name.slice(0, 200),
      email,
      locale: said.locale?.startsWith('en') === true ? 'en' : 'fr',
      groups,
    },
    twoFactors: said.amr?.includes('mfa') ?? false,
  };
}

const Said = z.string().trim().min(1).optional().catch(undefined);

const Claims = z.looseObject({
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: Said,
  preferred_username: Said,
  locale: Said,
  amr: z.array(z.string()).optional().catch(undefined),
});

/** One group may come as a text of its own. */
const Groups = z
  .union([z.array(z.string().max(200)).max(2_000), z.string().transform((group) => [group])])
  .catch([]);

/** An answer that came and is not to be believed; anything else is an issuer that cannot be reached. */
function isRefusal(error: unknown): boolean {
  const refusals = [Problem, AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError];
  if (refusals.some((kind) => error instanceof kind)) return true;
  if (!(error instanceof ClientError) || error.code === undefined) return false;
  return !['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(error.code);
}
