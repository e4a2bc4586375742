/** Which order a reservation is about; the institution is the wall its verbs work behind. */
export interface ReservationInput {
  orderId: string;
  institutionId: string;
}

/** What the story of a reservation asks of the world. Instants are ISO strings in UTC. */
export interface OrderActivities {
  /** When the order's payment is looked for next; null when nothing is waited for. */
  observeOrder(input: ReservationInput): Promise<{ nextAt: string | null }>;
  /** Has what was due at `dueAt` done, if it still is; `now` is the story's own clock. */
  meetOrder(input: ReservationInput & { dueAt: string; now: string }): Promise<void>;
}

/** Which basket a story is about; the institution is the wall its verbs work behind. */
export interface BasketStoryInput {
  basketId: string;
  institutionId: string;
}

/** What the story of a basket asks of the world. Instants are ISO strings in UTC. */
export interface BasketActivities {
  /** When the basket is abandoned; null when it has ended. */
  observeBasket(input: BasketStoryInput): Promise<{ nextAt: string | null }>;
  /** Has it abandoned, if it still waits for `dueAt`; `now` is the story's own clock. */
  meetBasket(input: BasketStoryInput & { dueAt: string; now: string }): Promise<void>;
}
