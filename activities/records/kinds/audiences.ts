import { z } from 'zod';
import {
  audienceCategoryList,
  audienceSubcategoryList,
  collectivityTypeList,
} from '../../../database/read-models/audiences.ts';
import { Code, Name, NamesByLanguage } from '../fields.ts';
import { defineRecord } from '../record-kind.ts';

const named = { code: Code, name: Name, names: NamesByLanguage };

/** Audience categories. */
export const audienceCategoryRecords = defineRecord({
  subject: 'audience-category',
  table: 'audience_category',
  fields: z.strictObject(named),
  required: ['code', 'name'],
  json: ['names'],
  row: z.object({ id: z.uuid(), ...named, version: z.int() }).meta({ id: 'AudienceCategory' }),
  list: audienceCategoryList,
});

const subcategoryFields = { audienceCategoryId: z.uuid(), ...named, optionDefault: z.boolean() };

/** The prices of an audience category; at most one of them is what options take by default. */
export const audienceSubcategoryRecords = defineRecord({
  subject: 'audience-subcategory',
  table: 'audience_subcategory',
  fields: z.strictObject(subcategoryFields),
  required: ['audienceCategoryId', 'code', 'name'],
  fixed: ['audienceCategoryId'],
  references: { audienceCategoryId: 'audience_category' },
  json: ['names'],
  row: z
    .object({ id: z.uuid(), audienceCategoryName: z.string(), ...subcategoryFields, version: z.int() })
    .meta({ id: 'AudienceSubcategory' }),
  list: audienceSubcategoryList,
});

const collectivityFields = { ...named, audienceCategoryId: z.uuid().nullable() };

/** Kinds of collectivity. */
export const collectivityTypeRecords = defineRecord({
  subject: 'collectivity-type',
  table: 'collectivity_type',
  fields: z.strictObject(collectivityFields),
  required: ['code', 'name'],
  references: { audienceCategoryId: 'audience_category' },
  json: ['names'],
  row: z.object({ id: z.uuid(), ...collectivityFields, version: z.int() }).meta({ id: 'CollectivityType' }),
  list: collectivityTypeList,
});
