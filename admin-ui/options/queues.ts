import type { SortPayload } from 'react-admin';
import type { OptionState } from '../../rules/options/life.ts';

export const queueNames = ['all', 'toPlace', 'overdue', 'dueSoon', 'refused', 'confirmed'] as const;
export type QueueName = (typeof queueNames)[number];

export type QueueFilter = {
  state?: OptionState[];
  overdue?: boolean;
  confirmationDueAt_gte?: string;
  confirmationDueAt_lte?: string;
};

/** What is in a queue; bounds of time follow the server's clock, so that a queue keeps its address. */
export function queueFilter(name: QueueName): QueueFilter {
  switch (name) {
    case 'all':
      return {};
    case 'toPlace':
      return { state: ['requested'] };
    case 'dueSoon':
      return { state: ['placed'], confirmationDueAt_gte: 'now', confirmationDueAt_lte: 'now+2d' };
    case 'overdue':
      return { overdue: true };
    case 'refused':
      return { state: ['refused'] };
    case 'confirmed':
      return { state: ['confirmed'] };
  }
}

/** The order a queue is worked through in: what is due first, requests as they came, the rest newest first. */
export function queueSort(name: QueueName): SortPayload {
  switch (name) {
    case 'dueSoon':
    case 'overdue':
      return { field: 'confirmationDueAt', order: 'ASC' };
    case 'toPlace':
      return { field: 'number', order: 'ASC' };
    case 'all':
    case 'refused':
    case 'confirmed':
      return { field: 'number', order: 'DESC' };
  }
}

/** The address of a queue. */
export function queueAddress(name: QueueName): string {
  const { field, order } = queueSort(name);
  const query = new URLSearchParams({ filter: JSON.stringify(queueFilter(name)), sort: field, order });
  return `/options?${query}`;
}

function isSet(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** The queue a filter shows, or null when it is a selection of one's own. */
export function queueOf(filter: Readonly<Record<string, unknown>>): QueueName | null {
  const keys = Object.keys(filter).filter((key) => key !== 'q' && isSet(filter[key]));
  if (keys.length === 0) return 'all';
  if (keys.includes('confirmationDueAt_lte')) return 'dueSoon';
  if (keys.length > 1) return null;
  if (filter.overdue === true) return 'overdue';
  const states = Array.isArray(filter.state) ? filter.state : [];
  if (states.length !== 1) return null;
  switch (states[0]) {
    case 'requested':
      return 'toPlace';
    case 'refused':
      return 'refused';
    case 'confirmed':
      return 'confirmed';
    default:
      return null;
  }
}
