import type { TemplateShare } from '../../rules/stock/plan-template.ts';
import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** How the places of a performance are dealt to contingents. */
export type TemplateRecord = SettingRecord & {
  organisationId: string;
  venueId: string;
  venueName: string;
  configurationId: string | null;
  configurationName: string | null;
  restContingentId: string;
  restContingentName: string;
  code: string;
  shares: readonly TemplateShare[];
};

/** What a template would change of a performance, or has changed. */
export type TemplateChange = {
  seatCategoryId: string;
  contingentId: string;
  before: number;
  after: number;
};

export const templateKind: RecordKind<TemplateRecord> = {
  resource: 'contingent-templates',
  subject: 'contingent-template',
  words: 'template',
  list: { page: 'frame.page.contingentTemplates', to: '/contingent-templates' },
  fields: ['venueId', 'configurationId', 'restContingentId', 'code', 'name', 'shares'],
  nullable: ['configurationId'],
  name: nameOf,
};
