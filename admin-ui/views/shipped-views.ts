import type { TextKey } from '../messages/use-text.ts';
import type { View } from './view-record.ts';

/** A view that ships with the product, and the words for it. */
export type ShippedView = View & { label: TextKey };

const newest = { field: 'number', order: 'DESC' } as const;
const byDueDate = { field: 'confirmationDueAt', order: 'ASC' } as const;
const shipped = { columns: null, saved: null } as const;

/** The looks at a list that everybody needs, by the name of the list. */
export const shippedViews: Readonly<Record<string, readonly ShippedView[]>> = {
  options: [
    { ...shipped, id: 'all', label: 'lists.shipped.all', filter: {}, sort: newest },
    {
      ...shipped,
      id: 'toPlace',
      label: 'lists.shipped.toPlace',
      filter: { state: ['requested'] },
      sort: { ...newest, order: 'ASC' },
    },
    {
      ...shipped,
      id: 'dueSoon',
      label: 'lists.shipped.dueSoon',
      filter: { state: ['placed'], confirmationDueAt_gte: 'now', confirmationDueAt_lte: 'now+2d' },
      sort: byDueDate,
    },
    { ...shipped, id: 'overdue', label: 'lists.shipped.overdue', filter: { overdue: true }, sort: byDueDate },
    {
      ...shipped,
      id: 'refused',
      label: 'lists.shipped.refused',
      filter: { state: ['refused'] },
      sort: newest,
    },
    {
      ...shipped,
      id: 'confirmed',
      label: 'lists.shipped.confirmed',
      filter: { state: ['confirmed'] },
      sort: newest,
    },
    {
      ...shipped,
      id: 'soon',
      label: 'lists.shipped.soon',
      filter: { startsAt_gte: 'now', startsAt_lte: 'now+14d' },
      sort: { field: 'startsAt', order: 'ASC' },
    },
  ],
  letters: [
    {
      ...shipped,
      id: 'failed',
      label: 'lists.shipped.failed',
      filter: { state: ['failed', 'bounced'] },
      sort: null,
    },
    {
      ...shipped,
      id: 'owed',
      label: 'lists.shipped.owed',
      filter: { state: ['owed', 'sending'] },
      sort: null,
    },
  ],
};
