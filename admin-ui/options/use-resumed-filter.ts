import { useStore } from 'react-admin';
import { useLocation } from 'react-router';
import { isFields } from '../provider/problem.ts';

const key = 'option-list.with-resumed';
/** Where react-admin keeps what a list was last asked for. */
const list = 'options';

/** Whether the list shows resumed options too (*Options reprises*: *sans* unless chosen), and how it is chosen. */
export function useWithResumed() {
  return useStore<boolean>(key, false);
}

function asksForResumed(filter: unknown): boolean {
  return isFields(filter) && Array.isArray(filter.state) && filter.state.includes('resumed');
}

function filterOf(search: string): unknown {
  try {
    return JSON.parse(new URLSearchParams(search).get('filter') ?? 'null');
  } catch {
    return null;
  }
}

/** The condition it sets: none when resumed options are asked for by their state, in the address or since. */
export function useResumedFilter(): { resumed?: false } {
  const [withResumed] = useWithResumed();
  const { search } = useLocation();
  const [kept] = useStore<{ filter?: unknown } | null>(`${list}.listParams`, null);
  const asked = filterOf(search) ?? kept?.filter;
  return withResumed || asksForResumed(asked) ? {} : { resumed: false };
}
