import { configurationRecords } from '../../activities/records/kinds/logical-configurations.ts';
import { seatPlanRecords, spaceRecords } from '../../activities/records/kinds/spaces.ts';
import { seatCategoryRecords, venueRecords } from '../../activities/records/kinds/venues.ts';
import { resourceRoutes } from '../http/resource.ts';
import type { Route } from '../http/route.ts';
import { configurationRoutes } from './configuration-routes.ts';
import { planRoutes } from './plan-routes.ts';

/** Places, their seat categories, their halls with plans and configurations. */
export const venueRoutes: readonly Route[] = [
  ...resourceRoutes('venues', venueRecords),
  ...resourceRoutes('seat-categories', seatCategoryRecords),
  ...resourceRoutes('spaces', spaceRecords),
  // a plan is imported, and never changed
  ...resourceRoutes('seat-plans', seatPlanRecords).filter(
    ({ method }) => method === 'get' || method === 'delete',
  ),
  ...planRoutes,
  ...resourceRoutes('logical-configurations', configurationRecords),
  ...configurationRoutes,
];
