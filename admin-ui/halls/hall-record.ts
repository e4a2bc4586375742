import type { z } from 'zod';
import type { PlanImportBody } from '../../api/venues/schema.ts';
import {
  nameOf,
  type RecordKind,
  type RecordNames,
  type SettingRecord,
} from '../frame/records/record-kind.ts';

const list = { page: 'frame.page.venues', to: '/venues' } as const;

/** A hall of a venue. */
export type SpaceRecord = SettingRecord & {
  organisationId: string;
  venueId: string;
  venueName: string;
  code: string;
};

export const spaceKind: RecordKind<SpaceRecord> = {
  resource: 'spaces',
  subject: 'space',
  words: 'space',
  list,
  parent: { resource: 'venues', field: 'venueId' },
  fields: ['venueId', 'code', 'name'],
  name: nameOf,
};

/** One revision of a seat plan. */
export type PlanRecord = SettingRecord & {
  spaceId: string;
  revision: number;
  seatCount: number;
  importedAt: string;
  categories: { name: string; colour: string }[];
  zones: string[];
  configurations: number;
};

export const planKind: RecordKind<PlanRecord> = {
  resource: 'seat-plans',
  subject: 'seat-plan',
  words: 'seatPlan',
  list,
  parent: { resource: 'spaces', field: 'spaceId' },
  fields: ['spaceId'],
  name: nameOf,
};

/** What a configuration has in one seat category. */
export type ConfigurationCategory = {
  seatCategoryId: string;
  rank: number;
  code: string;
  name: string;
  names: RecordNames;
  colour: string;
  optionAllowed: boolean;
  capacity: number;
};

/** A use of a space: numbered, on a plan, or by quantity. */
export type ConfigurationRecord = SettingRecord & {
  spaceId: string;
  venueId: string;
  code: string;
  numbered: boolean;
  planId: string | null;
  planName: string | null;
  planRevision: number | null;
  planSeats: number | null;
  state: 'draft' | 'valid';
  categories: ConfigurationCategory[];
  capacities: { seatCategoryId: string; capacity: number }[];
  capacity: number;
  performances: number;
};

export const configurationKind: RecordKind<ConfigurationRecord> = {
  resource: 'logical-configurations',
  subject: 'logical-configuration',
  words: 'configuration',
  list,
  parent: { resource: 'spaces', field: 'spaceId' },
  fields: ['spaceId', 'code', 'name', 'numbered', 'planId', 'capacities', 'state'],
  nullable: ['planId'],
  name: nameOf,
};

/** What an import of a plan did, or would do. */
export type PlanImportAnswer = z.output<typeof PlanImportBody>;
