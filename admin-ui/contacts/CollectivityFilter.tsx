import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { useRight } from '../provider/session.ts';

/** Only structures of one collectivity type. */
export function CollectivityFilter() {
  const mayRead = useRight('contacts.collectivity-types:read');
  return mayRead ? <ReferenceFilter field="collectivityTypeId" resource="collectivity-types" /> : null;
}
