import type { Names } from '../../../database/entities/columns.ts';

/** A record known by its code. Names left out stay as they are. */
export interface Titled {
  code: string;
  name: string;
  names?: Names;
}

/** A seat category of a venue; whether options may be taken in it is said once, when it is made. */
export interface SeatCategoryInput extends Titled {
  /** 1 is the best. */
  rank: number;
  /** `#rrggbb`, lower case. */
  colour: string;
  optionAllowed?: boolean;
}

export interface VenueInput extends Titled {
  /** IANA name, such as `Europe/Paris`. */
  timeZone: string;
  addressLines?: string[];
  categories: SeatCategoryInput[];
}

export interface SeasonInput extends Titled {
  /** First and last day, `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
}

/** The five seat-option parameters of an activity, and what happens at the due date. */
export interface ActivitySettings {
  seatOptionsAllowed: boolean;
  deductsAvailability: boolean;
  overbookingAllowed: boolean;
  overbookingPercent: number;
  overbookingBasis: 'capacity' | 'quota';
  confirmationDaysAfterPlacement: number | null;
  confirmationDaysBeforePerformance: number | null;
  endPolicy: 'flag' | 'release';
  graceHours: number;
}

/** An activity of a season. Its settings are those of a new one: afterwards they are people's decisions. */
export interface ActivityInput extends Titled {
  season: string;
  settings: ActivitySettings;
}

export interface EventInput extends Titled {
  /** Finds the event again under another code. */
  externalId: string | null;
  season: string;
  activity: string;
  /** Code of a product family. */
  family: string;
}

/** What a performance has in one seat category: places by contingent, prices by audience subcategory. */
export interface SeatsInput {
  category: string;
  contingents: { code: string; capacity: number }[];
  /** `CATEGORY/SUBCATEGORY`, or `SUBCATEGORY` for that one of every audience category. */
  prices: { subcategory: string; priceCents: number }[];
}

export interface PerformanceInput {
  /** Finds the performance again at the next import. */
  externalId: string;
  event: string;
  venue: string;
  /** ISO instant in UTC with milliseconds. */
  startsAt: string;
  seats: SeatsInput[];
}

/** A programme of one organisation. Codes refer to records of the same input or to those that are there already. */
export interface ProgrammeInput {
  organisationId: string;
  venues: VenueInput[];
  seasons: SeasonInput[];
  activities: ActivityInput[];
  events: EventInput[];
  performances: PerformanceInput[];
}

/** How many performances were written. */
export interface ProgrammeAnswer {
  created: number;
  updated: number;
  unchanged: number;
}
