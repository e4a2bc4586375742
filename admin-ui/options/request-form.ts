import type { OptionRecord } from './option-record.ts';

/** What is asked for in one seat category, as it is typed. */
export type RequestLine = { quantity: number; minimum: number | null; audienceSubcategoryId: string | null };

/** Lines by seat category. */
export type RequestLines = Readonly<Record<string, RequestLine>>;

/** The request form, as it is typed. */
export type RequestForm = {
  contactId: string | null;
  performanceId: string | null;
  fallbackPerformanceIds: string[];
  lines: RequestLines;
  acceptsUpgrade: boolean;
  remark: string | null;
  direct: boolean;
};

export const noLine: RequestLine = { quantity: 0, minimum: null, audienceSubcategoryId: null };
export const maxFallbacks = 3;

/** An empty form, with what the address already says. */
export function emptyRequest(query: URLSearchParams): RequestForm {
  return {
    contactId: query.get('contactId'),
    performanceId: query.get('performanceId'),
    fallbackPerformanceIds: [],
    lines: {},
    acceptsUpgrade: false,
    remark: null,
    direct: query.get('direct') === '1',
  };
}

/** The form of a request that is already recorded. */
export function requestFormOf(option: OptionRecord): RequestForm {
  const choices = option.choices.toSorted((one, other) => one.rank - other.rank);
  const lines = option.lines.map((line): [string, RequestLine] => [
    line.seatCategoryId,
    {
      quantity: line.requestedQuantity,
      minimum: line.minimumQuantity,
      audienceSubcategoryId: line.audienceSubcategoryId,
    },
  ]);
  return {
    contactId: option.contactId,
    performanceId: choices[0]?.performanceId ?? option.performanceId,
    fallbackPerformanceIds: choices.slice(1).map(({ performanceId }) => performanceId),
    lines: Object.fromEntries(lines),
    acceptsUpgrade: option.acceptsUpgrade,
    remark: option.remark,
    direct: false,
  };
}

/** How many places are asked for in all. */
export function requestedIn(lines: RequestLines): number {
  return Object.values(lines).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The request the form sends; a changed request is sent whole, by the same shape. */
export function requestBody(form: RequestForm, override: string) {
  const remark = form.remark?.trim() ?? '';
  return {
    contactId: form.contactId,
    performanceId: form.performanceId,
    ...(form.fallbackPerformanceIds.length === 0
      ? {}
      : { fallbackPerformanceIds: form.fallbackPerformanceIds }),
    lines: Object.entries(form.lines)
      .filter(([, { quantity }]) => quantity > 0)
      .map(([seatCategoryId, { quantity, minimum, audienceSubcategoryId }]) => ({
        seatCategoryId,
        quantity,
        ...(minimum === null ? {} : { minimumQuantity: minimum }),
        ...(audienceSubcategoryId === null ? {} : { audienceSubcategoryId }),
      })),
    acceptsUpgrade: form.acceptsUpgrade,
    ...(remark === '' ? {} : { remark }),
    ...(form.direct ? { place: true } : {}),
    ...(override.trim() === '' ? {} : { override: { reason: override.trim() } }),
  };
}
