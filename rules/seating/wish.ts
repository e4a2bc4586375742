/** What a group asks for. */
export type SeatWish = Readonly<{
  /** The first choice, then the fallback dates in their order. */
  performanceIds: readonly string[];
  /** Everybody, wheelchair users and companions included. */
  quantity: number;
  seatCategoryId: string;
  /** Contingents the channel may draw from; a group may sit across several. */
  contingentIds: readonly string[];
  /** *Surclassement*: the category immediately above where the one asked for will not do. */
  acceptsUpgrade: boolean;
  /** The whole group sits in one category: its places have one price. Left out, an upgrade may be of a part of it. */
  oneCategory?: boolean;
  wheelchair?: WheelchairWish;
}>;

export type WheelchairWish = Readonly<{
  users: number;
  companions: number;
  /** Categories that hold bays and their companions' seats, where these are not the group's. */
  seatCategoryIds?: readonly string[];
}>;

/** The channel's settings for seats. */
export type SeatSettings = Readonly<{
  /**
   * *Trigger des places isolées*: with fewer free places than this on the date, a seat may be left alone, where nothing
   * else is possible; with as many or more, never. 0: never.
   */
  isolatedSeatTrigger: number;
  /** *Toujours permettre les sièges isolés*: then sitting together comes before leaving no seat alone. */
  isolatedSeatsAlwaysAllowed: boolean;
  /** Wheelchair bays and companions' seats are open to everybody, as one does shortly before the performance. */
  accessibleSeatsReleased?: boolean;
}>;

/** Whether seats may be left alone on a date. */
export type IsolationMode = 'forbidden' | 'unavoidable' | 'allowed';

/** The trigger against the free places of the date (forms of the sales channel in the seed). */
export function isolationMode(settings: SeatSettings, free: number): IsolationMode {
  if (settings.isolatedSeatsAlwaysAllowed) return 'allowed';
  return free < settings.isolatedSeatTrigger ? 'unavoidable' : 'forbidden';
}
