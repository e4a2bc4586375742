/** A seat category of a venue as the file of venues gives it. */
export type ProgrammeCategory = {
  code: string;
  names: { fr: string; en: string };
  /** 1 is the best. */
  rank: number;
  /** `#rrggbb`, lower case. */
  colour: string;
  /** Places per performance. */
  capacity: number;
  /** Cents by code of audience subcategory. */
  prices: ReadonlyMap<string, number>;
};

/** A venue of the programme: its clock and its seats. */
export type ProgrammeVenue = {
  /** Stable identifier made from the name. */
  code: string;
  name: string;
  /** IANA name, such as `Asia/Seoul`. */
  timeZone: string;
  /** At least one, in the order of the file. */
  categories: readonly ProgrammeCategory[];
};

/** Venues by `venueKey` of their name. */
export type VenueMap = ReadonlyMap<string, ProgrammeVenue>;

/** The name under which a venue is found: accents and letters kept, case and spaces forgiven. */
export function venueKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
