import { authorisationRoutes } from './authorisation/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { channelRoutes } from './channels/routes.ts';
import { contactSpaceRoutes } from './contact-space/routes.ts';
import type { SpaceHouse } from './contact-space/space-house.ts';
import { contactRoutes } from './contacts/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { historyRoutes } from './history/routes.ts';
import type { Route } from './http/route.ts';
import { letterRoutes } from './letters/routes.ts';
import { mailHoldRoutes } from './mail-hold/routes.ts';
import { bulkRunRoutes } from './options/bulk-run-routes.ts';
import { optionRoutes } from './options/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { preferenceRoutes } from './preferences/routes.ts';
import { savedViewRoutes } from './saved-views/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { accountRoutes } from './session/account-routes.ts';
import { issuerRoutes } from './session/issuer-routes.ts';
import { operatorSecurityRoutes } from './session/operator-security-routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { secondStepRoutes } from './session/second-step-routes.ts';
import { signInSettingsRoutes } from './session/settings-routes.ts';
import type { SignInHouse } from './session/sign-in-house.ts';
import { stockRoutes } from './stock/routes.ts';
import { venueRoutes } from './venues/routes.ts';

/** Every door of the house, the busiest first. What is not listed here cannot be reached. */
export function allRoutes(house: SignInHouse & SpaceHouse & { temporalAddress: string }): readonly Route[] {
  return [
    ...exportRoutes, // before the records, whose ids stand in the same place
    ...optionRoutes,
    ...bulkRunRoutes,
    ...sessionRoutes(house),
    ...secondStepRoutes(house),
    ...issuerRoutes(house),
    ...accountRoutes(house),
    ...preferenceRoutes,
    ...savedViewRoutes,
    ...orderRoutes,
    ...letterRoutes,
    ...contactRoutes(house),
    ...contactSpaceRoutes(house),
    ...catalogueRoutes,
    ...stockRoutes,
    ...historyRoutes,
    ...searchRoutes,
    ...healthRoutes(house),
    ...venueRoutes,
    ...channelRoutes,
    ...authorisationRoutes,
    ...organisationRoutes,
    ...operatorSecurityRoutes,
    ...signInSettingsRoutes,
    ...mailHoldRoutes,
  ];
}
