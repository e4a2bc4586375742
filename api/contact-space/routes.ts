import type { Route } from '../http/route.ts';
import { accessRoutes } from './access-routes.ts';
import { contactOptionRoutes } from './option-routes.ts';
import type { SpaceHouse } from './space-house.ts';

/** Everything a contact does in their own space. */
export function contactSpaceRoutes(house: SpaceHouse): readonly Route[] {
  return [...accessRoutes(house), ...contactOptionRoutes];
}
