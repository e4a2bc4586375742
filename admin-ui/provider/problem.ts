/** Why something was refused, in the reader's language. */
export type ProblemReason = { code: string; message: string };

/** What is still free where seats lacked. */
export type FreeSeats = {
  performanceId: string | null;
  eventName: string | null;
  seatCategoryName: string | null;
  contingentName: string | null;
  free: number;
};

/** A refusal by the API (RFC 9457), as far as the console reads it. */
export type Problem = {
  status: number;
  code: string;
  title: string | null;
  detail: string | null;
  reasons: ProblemReason[];
  errors: { path: string; code: string; message: string | null }[];
  free: FreeSeats[];
  /** What would pass where the rules said no, and who could allow it as it is. */
  passing: string | null;
  allowedBy: string | null;
};

/**
 * The failure of one request. `status` 0 means that no answer came: the same intention may be sent again.
 * react-admin reads `status` and `body` of a failure; its own HttpError cannot be extended.
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly body: Problem;
  constructor(problem: Problem) {
    super(problem.title ?? problem.code);
    this.name = 'ProblemError';
    this.status = problem.status;
    this.body = problem;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value of unknown origin is an object whose fields may be read. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function rows(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Reads a problem from an answer's body; what is missing is left out, never invented. */
export function readProblem(status: number, body: unknown): Problem {
  const fields = isFields(body) ? body : {};
  const remedies = isFields(fields.remedies) ? fields.remedies : {};
  return {
    status,
    code: text(fields.code) ?? `http.${status}`,
    title: text(fields.title),
    detail: text(fields.detail),
    reasons: rows(fields.reasons).map((row) => ({
      code: text(row.code) ?? '',
      message: text(row.message) ?? text(row.code) ?? '',
    })),
    errors: rows(fields.errors).map((row) => ({
      path: text(row.path) ?? (Array.isArray(row.path) ? row.path.join('.') : ''),
      code: text(row.code) ?? '',
      message: text(row.message),
    })),
    free: rows(fields.free).map((row) => ({
      performanceId: text(row.performanceId),
      eventName: text(row.eventName),
      seatCategoryName: text(row.seatCategoryName),
      contingentName: text(row.contingentName),
      free: typeof row.free === 'number' ? row.free : 0,
    })),
    passing: text(remedies.passing),
    allowedBy: text(remedies.allowedBy),
  };
}

/** The status of a failure that no answer explains, such as a mistake of ours. */
const unexpected = -1;

/** The problem inside any failure: what did not come from the API counts as unexpected. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof ProblemError) return failure.body;
  return readProblem(unexpected, null);
}
