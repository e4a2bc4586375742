import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type FieldError, type FreeSeats, Problem } from '../../activities/problem.ts';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import { type FieldCode, isMessageCode, type ProblemCode, problemCodes } from '../../rules/messages/codes.ts';
import {
  contactMessage,
  contactProblemTitle,
  tellContactReason,
} from '../../rules/messages/contact/tell-contact.ts';
import { houseLocale } from '../../rules/messages/locale.ts';
import { tellRemedies } from '../../rules/messages/remedies.ts';
import { failureOf } from './failures.ts';

/** The HTTP status of every problem; one place, so that a code never means two things. */
const statuses: Readonly<Record<ProblemCode, number>> = {
  'request.invalid': 400,
  'request.unauthenticated': 401,
  'request.forbidden': 403,
  'request.notFound': 404,
  'request.methodNotAllowed': 405,
  'request.tooLarge': 413,
  'request.unsupportedType': 415,
  'option.state': 409,
  'stock.insufficient': 409,
  'record.inUse': 409,
  'record.duplicate': 409,
  'record.version': 412,
  'record.versionRequired': 428,
  'authorisation.refused': 422,
  'authorisation.warned': 422,
  'rules.state': 409,
  'rules.impactMissing': 409,
  'rules.secondPerson': 409,
  'rules.empty': 409,
  'performance.past': 422,
  'price.missing': 422,
  'twin.itself': 422,
  'twin.taken': 409,
  'motive.required': 422,
  'deadline.agreedPast': 422,
  'deadline.agreedAfterPerformance': 422,
  'contingent.notForChannel': 422,
  'contingent.none': 422,
  'order.inBasket': 409,
  'order.nothingToPay': 409,
  'basket.paid': 409,
  'basket.abandoned': 409,
  'basket.empty': 409,
  'payment.amount': 422,
  'payment.whole': 422,
  'order.insured': 409,
  'file.closed': 409,
  'file.otherContact': 422,
  'channel.none': 422,
  'letter.state': 409,
  'idempotency.mismatch': 422,
  'idempotency.inFlight': 409,
  'list.range': 400,
  'list.filter': 400,
  'list.sort': 400,
  'rate.limited': 429,
  'export.busy': 429,
  'session.signIn': 401,
  'session.csrf': 403,
  'issuer.unavailable': 503,
  'issuer.refused': 401,
  'issuer.unknown': 403,
  'issuer.noRole': 403,
  'issuer.emailMissing': 403,
  'issuer.emailTaken': 409,
  'issuer.linkedElsewhere': 409,
  'session.stepGone': 401,
  'session.confirm': 422,
  'session.password': 422,
  'secondFactor.code': 422,
  'secondFactor.none': 409,
  'secondFactor.enrolled': 409,
  'secondFactor.required': 409,
  'secondFactor.sealed': 409,
  'bulk.tooMany': 400,
  'placement.busy': 429,
  'placement.tooLong': 503,
  'contact.acceptance': 409,
  'access.link': 401,
  'access.notPossible': 409,
  'option.treated': 409,
  'online.refused': 422,
  'import.unreadable': 400,
  'import.empty': 400,
  'import.tooLarge': 413,
  'import.tooManyRows': 400,
  'import.mapping': 400,
  'import.contingentColumns': 400,
  'plan.unreadable': 400,
  'plan.tooLarge': 413,
  'plan.tooDeep': 400,
  'plan.tooManySeats': 400,
  'plan.invalid': 400,
  'configuration.empty': 422,
  'performance.notNumbered': 422,
  'performance.state': 409,
  'performance.previewStale': 409,
  'configuration.unfit': 409,
  'configuration.promisedUnfit': 409,
  'configuration.promisedMoves': 409,
  'seats.open': 409,
  'stock.numbered': 422,
  'sale.recorded': 409,
  'sale.cancelled': 409,
  'template.refused': 409,
  'release.takenBack': 409,
  'release.nothingFree': 409,
  'verb.notBuilt': 400,
  'mail.held': 409,
  'text.state': 409,
  'preview.busy': 429,
  'server.unavailable': 503,
  'server.error': 500,
};

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A problem as it travels (RFC 9457), in the reader's language. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    reasons: z.array(z.object({ code: z.string(), message: z.string(), values: Values })).optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    free: z
      .array(
        z.object({
          performanceId: z.uuid(),
          eventName: z.string(),
          seatCategoryId: z.uuid(),
          seatCategoryName: z.string(),
          contingentId: z.uuid(),
          contingentName: z.string(),
          free: z.int(),
        }),
      )
      .optional(),
    remedies: z
      .object({
        passing: z.string().nullable(),
        allowedBy: z.string().nullable(),
        quantity: z.int().nullable(),
      })
      .optional()
      .meta({ description: 'What would pass, and who could allow it as it is' }),
    current: z.unknown().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'A clear "no" (RFC 9457), in the language of the reader.' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** Tells a problem in a language. A code without a text is ours to blame: it is told as an unexpected error. */
export function tellProblem(problem: Problem, locale: LetterLanguage): ProblemDocument {
  const { code, details } = problem;
  const known = problemCodes.find((candidate) => candidate === code) ?? 'server.error';
  const { reasons, errors, free, current, remedies } = details;
  return {
    type: `urn:placet:problem:${known}`,
    title: contactProblemTitle(locale, known),
    status: statuses[known],
    code: known,
    detail: contactMessage(locale, known, details.values),
    ...(reasons === undefined ? {} : { reasons: reasons.map((reason) => tellContactReason(locale, reason)) }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => tellField(error, locale)) }),
    ...(free === undefined ? {} : { free: free.map((seats): FreeSeats => ({ ...seats })) }),
    ...(remedies === undefined ? {} : { remedies: tellRemedies(houseLocale(locale), remedies) }),
    ...(current === undefined ? {} : { current }),
  };
}

function tellField(
  { path, code }: FieldError,
  locale: LetterLanguage,
): { path: string; code: string; message: string } {
  return { path, code, message: isMessageCode(code) ? contactMessage(locale, code) : code };
}

/** What zod found, as our own field codes. `root` leads the path, as in `filter`. */
export function fieldErrors(error: z.ZodError, root = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [root, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, code: fieldCode(issue) }];
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      code: 'field.unknown' satisfies FieldCode,
    }));
  });
}

function fieldCode(issue: z.core.$ZodIssue): FieldCode {
  if ('input' in issue && issue.input === undefined) return 'field.required';
  switch (issue.code) {
    case 'invalid_type':
      return 'field.type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'field.tooShort' : 'field.tooSmall';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'field.tooLong' : 'field.tooLarge';
    case 'invalid_format':
      return 'field.format';
    case 'invalid_value':
      return 'field.choice';
    case 'unrecognized_keys':
      return 'field.unknown';
    default:
      return 'field.invalid';
  }
}

/** Sends a problem; a waiting time among its values becomes the header Retry-After. */
function sendProblem(response: Response, problem: Problem, locale: LetterLanguage, requestId?: string): void {
  const document = tellProblem(problem, locale);
  const seconds = problem.details.values?.seconds;
  if (document.status === 503) response.set('Retry-After', '2');
  else if (typeof seconds === 'number') response.set('Retry-After', String(seconds));
  const body = document.status === 500 && requestId !== undefined ? { ...document, requestId } : document;
  response.status(document.status).type('application/problem+json').send(JSON.stringify(body));
}

/**
 * The one place where errors become answers: a problem is told, an outage is 503, everything else is logged with the
 * id of its request and tells the reader nothing but that id.
 */
export function problemHandler(
  log: Logger,
  localeOf: (request: Request) => LetterLanguage,
  requestIdOf: (request: Request) => string,
): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const requestId = requestIdOf(request);
    if (response.headersSent) {
      if (!isAbandoned(error)) log.error({ err: error, requestId }, 'an answer broke off');
      response.destroy(); // nobody shall take a part for the whole
      return;
    }
    const problem = error instanceof Problem ? error : failureOf(error);
    if (problem === null || problem.code === 'server.unavailable') {
      log.error({ err: error, requestId }, 'a request failed');
    }
    sendProblem(response, problem ?? new Problem('server.error'), localeOf(request), requestId);
  };
}

/** The reader went away before the end: their affair. */
function isAbandoned(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
