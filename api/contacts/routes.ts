import { contactLinkRecords, contactRecords } from '../../activities/contacts/contact-records.ts';
import { collectivityTypeRecords } from '../../activities/records/kinds/audiences.ts';
import { resourceRoutes } from '../http/resource.ts';
import type { Route } from '../http/route.ts';

/** People, structures, the dated links between them, and what kinds of collectivity there are. */
export const contactRoutes: readonly Route[] = [
  ...resourceRoutes('contacts', contactRecords),
  ...resourceRoutes('contacts', contactLinkRecords, 'contact-links'),
  ...resourceRoutes('collectivity-types', collectivityTypeRecords),
];
