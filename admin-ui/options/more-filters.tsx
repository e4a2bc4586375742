import { lazy } from 'react';

const MoreOptionFilters = lazy(async () => ({
  default: (await import('./MoreOptionFilters.tsx')).MoreOptionFilters,
}));
const ProgressFilters = lazy(async () => ({
  default: (await import('./ProgressFilters.tsx')).ProgressFilters,
}));

const conditions = ['contactId', 'performanceId', 'number', 'seasonId', 'activityId', 'eventId'];

/** The filters used now and then, fetched when unfolded. */
export const more = { conditions, inputs: <MoreOptionFilters /> };

/** The same where options of every state are listed. */
export const moreOfAll = {
  conditions,
  inputs: (
    <>
      <MoreOptionFilters />
      <ProgressFilters />
    </>
  ),
};
