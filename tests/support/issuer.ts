import { createServer } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { freePort } from '../../bin/parts/free-port.ts';

/** Somebody who has an account at the issuer. */
export interface IssuerPerson {
  subject: string;
  name: string;
  email: string;
  emailVerified?: boolean;
  groups: string[];
}

/** A real issuer (OpenID Connect, certified library) on this machine, whose people sign in without typing. */
export interface TestIssuer {
  url: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in there in the next browser. */
  person: IssuerPerson;
  /** What is done to identity tokens before they are signed again; null: they go out as they are. */
  retouch: ((payload: JWTPayload) => JWTPayload) | null;
  /** Sign with a key that is not published. */
  forge: boolean;
  stop(): Promise<void>;
}

const scope = 'openid profile email groups';
const keyId = 'published';

/** Starts the issuer, with one client that may only come back to `redirectUri`. */
export async function startIssuer(redirectUri: string): Promise<TestIssuer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const [own, foreign] = [
    await generateKeyPair('RS256', { extractable: true }),
    await generateKeyPair('RS256'),
  ];
  const published = { ...(await exportJWK(own.privateKey)), kid: keyId, alg: 'RS256', use: 'sig' };
  const people = new Map<string, IssuerPerson>();
  const clientId = 'placet';
  const clientSecret = 'a secret of the client, long enough to be one';
  const provider = new Provider(url, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [published] },
    cookies: { keys: ['a key of the issuer'] },
    scopes: scope.split(' '),
    claims: { profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => {
        const person = people.get(subject);
        return {
          sub: subject,
          name: person?.name,
          email: person?.email,
          email_verified: person?.emailVerified ?? true,
          groups: person?.groups,
        };
      },
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client === undefined ? {} : { clientId: oidc.client.clientId }),
        ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    const isToken = typeof body === 'object' && body !== null && 'id_token' in body;
    if (!isToken || (issuer.retouch === null && !issuer.forge)) return;
    const payload = decodeJwt(String(body.id_token));
    const signed = new SignJWT(issuer.retouch?.(payload) ?? payload);
    const key = issuer.forge ? foreign.privateKey : own.privateKey;
    context.body = {
      ...body,
      id_token: await signed.setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(key),
    };
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void answer(request, response);
      return;
    }
    const { person } = issuer;
    people.set(person.subject, person);
    void provider.interactionFinished(request, response, { login: { accountId: person.subject } });
  });
  await new Promise<void>((listening) => {
    server.listen(port, 'localhost', listening);
  });
  const issuer: TestIssuer = {
    url,
    clientId,
    clientSecret,
    person: { subject: 'nobody', name: 'Nobody', email: 'nobody@issuer.test', groups: [] },
    retouch: null,
    forge: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}
