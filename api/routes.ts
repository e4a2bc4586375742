import type { Route } from './http/route.ts';
import type { SignInGuard } from './http/sign-in-guard.ts';
import { letterRoutes } from './letters/routes.ts';
import { optionRoutes } from './options/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { sessionRoutes } from './session/routes.ts';

/** Every door of the house. What is not listed here cannot be reached. */
export function allRoutes(house: { demo: boolean; guard: SignInGuard }): readonly Route[] {
  return [...sessionRoutes(house), ...optionRoutes, ...orderRoutes, ...letterRoutes];
}
