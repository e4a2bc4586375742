import { z } from 'zod';
import { signInByIssuer } from '../../activities/organisation/sign-in-by-issuer.ts';
import { Problem } from '../../activities/problem.ts';
import { definePublicRoute, type Route } from '../http/route.ts';
import type { SessionDoor } from '../http/session-door.ts';
import { Errand, type Issuer } from './issuer.ts';
import { letIn } from './let-in.ts';
import { Elsewhere, elsewhere, orToPage } from './page-redirects.ts';
import { WaysBody } from './schema.ts';
import type { SignInHouse } from './sign-in-house.ts';

const tags = ['session'];
const path = '/api/session/issuer';
const errandOwner = 'errand to the issuer';

/** Coming in by the issuer's word: there, and back. Both are pages a browser opens, so both lead to pages. */
export function issuerRoutes({ issuer, vault }: SignInHouse): readonly Route[] {
  const ways = definePublicRoute({
    method: 'get',
    path: '/api/session/ways',
    summary: 'The ways to sign in besides a password',
    tags,
    answers: { 200: WaysBody },
    handle: async () => ({ issuer: issuer === null ? null : { name: issuer.name } }),
  });
  const send = definePublicRoute({
    method: 'get',
    path,
    summary: 'Go to the issuer to sign in, or, signed in, to be known by it',
    tags,
    answers: { 302: Elsewhere },
    handle: async ({ door, session }) => {
      const linkTo = session?.operator.id ?? null;
      return orToPage(linkTo === null ? 'login' : 'account', async () => {
        const { url, errand } = await the(issuer).send(linkTo);
        door.keepErrand(vault.seal(JSON.stringify(errand), errandOwner));
        return elsewhere(url);
      });
    },
  });
  const callback = definePublicRoute({
    method: 'get',
    path: `${path}/callback`,
    summary: 'Come back from the issuer',
    tags,
    query: z.record(z.string().max(100), z.string().max(4_000)),
    answers: { 302: Elsewhere },
    handle: async ({ query, ...request }) => {
      const { door, database } = request;
      const errand = errandOf(door);
      door.keepErrand(null); // one way there, one way back
      return orToPage(errand?.linkTo == null ? 'login' : 'account', async () => {
        if (errand === null) throw new Problem('issuer.refused');
        const { person, twoFactors } = await the(issuer).receive(errand, query);
        const { linkTo } = errand;
        const { institution } = the(issuer);
        const { operatorId, withoutRole } = await signInByIssuer(database, { institution, person, linkTo });
        if (withoutRole) throw new Problem('issuer.noRole');
        if (linkTo !== null) return elsewhere('/#/account');
        const found = await request.sessionFor({ id: operatorId });
        if (found === null) throw new Problem('issuer.unknown');
        const inside = await letIn(request, {
          id: operatorId,
          credentials: found.credentials,
          method: 'issuer',
          assurance: twoFactors ? 'two' : 'one',
        });
        return elsewhere('step' in inside ? `/#/login?step=${inside.step}` : '/');
      });
    },
  });
  function errandOf({ errand }: SessionDoor): Errand | null {
    const opened = errand === null ? null : vault.open(errand, errandOwner);
    if (opened === null) return null;
    const read = Errand.safeParse(JSON.parse(opened));
    return read.success && read.data.until > Date.now() ? read.data : null;
  }
  return [ways, send, callback];
}

/** @throws Problem `request.notFound` where no issuer is set. */
function the(issuer: Issuer | null): Issuer {
  if (issuer === null) throw new Problem('request.notFound');
  return issuer;
}
