import { defineEntity, p } from '@mikro-orm/core';
import { Institution } from '../organisation/institution.ts';
import { LogicalConfiguration } from './logical-configuration.ts';
import { Seat } from './seat.ts';
import { SeatCategory } from './seat-category.ts';

/**
 * The category of one seat in one configuration; a seat without a row is not sold there. Only the configuration is a
 * foreign key: it keeps its plan from being deleted, so its seats; its `configuration_category` keeps the category.
 */
export const ConfigurationSeat = defineEntity({
  name: 'ConfigurationSeat',
  tableName: 'configuration_seat',
  properties: {
    configuration: () =>
      p.manyToOne(LogicalConfiguration).primary().updateRule('no action').deleteRule('cascade'),
    seat: () => p.manyToOne(Seat).primary().createForeignKeyConstraint(false),
    seatCategory: () => p.manyToOne(SeatCategory).createForeignKeyConstraint(false),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
  },
});
