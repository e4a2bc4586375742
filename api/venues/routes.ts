import { seatCategoryRecords, venueRecords } from '../../activities/records/kinds/venues.ts';
import { resourceRoutes } from '../http/resource.ts';
import type { Route } from '../http/route.ts';

/** Places and their seat categories. */
export const venueRoutes: readonly Route[] = [
  ...resourceRoutes('venues', venueRecords),
  ...resourceRoutes('seat-categories', seatCategoryRecords),
];
