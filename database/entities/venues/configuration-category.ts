import { defineEntity, p } from '@mikro-orm/core';
import { count } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { LogicalConfiguration } from './logical-configuration.ts';
import { SeatCategory } from './seat-category.ts';

/** What a configuration has in one seat category: counted from its seats when it is numbered, given when it is not. */
export const ConfigurationCategory = defineEntity({
  name: 'ConfigurationCategory',
  tableName: 'configuration_category',
  checks: [{ name: 'configuration_category_capacity', expression: 'capacity >= 0' }],
  properties: {
    configuration: () =>
      p.manyToOne(LogicalConfiguration).primary().updateRule('no action').deleteRule('cascade'),
    seatCategory: () => p.manyToOne(SeatCategory).primary().updateRule('no action').deleteRule('no action'),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    capacity: count(),
  },
});
