import type { SortPayload } from 'react-admin';

/** The address of a list under conditions, in an order of its own where one is told. */
export function listPage(
  to: string,
  filter: Readonly<Record<string, unknown>>,
  sort: SortPayload | null = null,
): string {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    ...(sort === null ? {} : { sort: sort.field, order: sort.order }),
  });
  return `${to}?${query}`;
}
