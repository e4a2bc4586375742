import { operatorRecords, roleRecords } from '../../activities/records/kinds/operators.ts';
import { organisationRecords } from '../../activities/records/kinds/organisations.ts';
import { resourceRoutes } from '../http/resource.ts';
import type { Route } from '../http/route.ts';
import { effectiveRightsRoute } from './rights-routes.ts';

/** Houses, the people who work in the console, and their roles. */
export const organisationRoutes: readonly Route[] = [
  ...resourceRoutes('organisations', organisationRecords),
  ...resourceRoutes('operators', operatorRecords),
  ...resourceRoutes('roles', roleRecords),
  effectiveRightsRoute,
];
