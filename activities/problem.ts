import type { Reason } from '../rules/options/allowed-actions.ts';

/** One field of the input that cannot be taken. `path` is dotted, as in `lines.0.quantity`. */
export interface FieldError {
  path: string;
  code: string;
}

/** What is free where seats were missing. */
export interface FreeSeats {
  performanceId: string;
  eventName: string;
  seatCategoryId: string;
  seatCategoryName: string;
  contingentId: string;
  contingentName: string;
  free: number;
}

/** What would pass where the rules said no, and who could allow it as it is. */
export interface Remedies {
  /** The most places that would pass; null when none would, or it cannot be said in one number. */
  quantity: number | null;
  /** Other dates of the event on which the same would pass. */
  dates: { startsAt: string; timeZone: string }[];
  /** The roles that could allow it: their plain name, and those kept by language. */
  allowedBy: { name: string; names: Readonly<Record<string, string | null>> }[];
}

export interface ProblemDetails {
  values?: Reason['values'];
  reasons?: Reason[];
  errors?: FieldError[];
  free?: FreeSeats[];
  remedies?: Remedies;
  /** The record as it stands now, where the caller's version of it is an old one. */
  current?: unknown;
}

/**
 * A clear "no" with a stable code. Thrown inside a verb it takes the whole transaction back; the API turns it into
 * RFC 9457 in the reader's language, a workflow into a failure that is not retried.
 */
export class Problem extends Error {
  readonly code: string;
  readonly details: ProblemDetails;

  constructor(code: string, details: ProblemDetails = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}
