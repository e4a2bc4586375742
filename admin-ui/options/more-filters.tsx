import { lazy } from 'react';

const MoreOptionFilters = lazy(async () => ({
  default: (await import('./MoreOptionFilters.tsx')).MoreOptionFilters,
}));

/** The filters used now and then, fetched when unfolded. */
export const more = { conditions: ['contactId', 'performanceId', 'number'], inputs: <MoreOptionFilters /> };
