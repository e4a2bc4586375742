import { salesChannelRecords } from '../../activities/records/kinds/channels.ts';
import { resourceRoutes } from '../http/resource.ts';
import type { Route } from '../http/route.ts';

/** Sales channels and the contingents they draw from. */
export const channelRoutes: readonly Route[] = resourceRoutes('sales-channels', salesChannelRecords);
