import type { OptionLine, OptionRecord } from './option-record.ts';
import type { VerbBody } from './use-option-verb.ts';

/** One line of the placement dialog, as it is typed. */
export type PlaceLine = {
  lineId: string;
  requestedQuantity: number;
  seatCategoryId: string;
  audienceSubcategoryId: string | null;
  quantity: number;
};

export type PlaceForm = {
  performanceId: string;
  lines: PlaceLine[];
  confirmationDueAt: string | null;
  /** The rest waits on the waiting list. */
  restWaits: boolean;
  reason: string;
  override: string;
};

/** What is already placed on a line. */
export function placedOn(line: OptionLine): number {
  return line.placed.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The dialog as it opens: what is placed when placed, else as requested. */
export function placeFormOf(option: OptionRecord): PlaceForm {
  const modifying = option.state === 'placed';
  return {
    performanceId: option.performanceId,
    lines: option.lines.map((line) => ({
      lineId: line.id,
      requestedQuantity: line.requestedQuantity,
      seatCategoryId: line.placed[0]?.seatCategoryId ?? line.seatCategoryId,
      audienceSubcategoryId: line.placed[0]?.audienceSubcategoryId ?? line.audienceSubcategoryId,
      quantity: modifying ? placedOn(line) : line.requestedQuantity,
    })),
    confirmationDueAt: null,
    restWaits: false,
    reason: '',
    override: '',
  };
}

/** Places asked for that the form does not grant. */
export function restOf({ lines }: Pick<PlaceForm, 'lines'>): number {
  return lines.reduce(
    (sum, { requestedQuantity, quantity }) => sum + Math.max(0, requestedQuantity - quantity),
    0,
  );
}

/** Whether the performance is one the contact asked for; another needs a motive. */
export function isOutsideChoices(option: OptionRecord, performanceId: string): boolean {
  return !option.choices.some((choice) => choice.performanceId === performanceId);
}

export type PlaceFault = 'nothing' | 'reason' | null;

/** What is still to be put right before the placement can be sent. */
export function placeFault(option: OptionRecord, form: PlaceForm): PlaceFault {
  if (form.lines.every(({ quantity }) => quantity <= 0)) return 'nothing';
  const needsReason = isOutsideChoices(option, form.performanceId) || form.confirmationDueAt !== null;
  return needsReason && form.reason.trim() === '' ? 'reason' : null;
}

/** The request the dialog sends; `seated`: the best free seats are chosen with it. */
export function placeBody(form: PlaceForm, overriding: boolean, seated: boolean): VerbBody {
  const reason = form.reason.trim();
  return {
    performanceId: form.performanceId,
    lines: form.lines.map(({ lineId, quantity, seatCategoryId, audienceSubcategoryId }) => ({
      lineId,
      quantity,
      seatCategoryId,
      ...(audienceSubcategoryId === null ? {} : { audienceSubcategoryId }),
    })),
    ...(seated ? { seats: 'best' } : {}),
    ...(form.confirmationDueAt === null ? {} : { confirmationDueAt: form.confirmationDueAt }),
    ...(form.restWaits && restOf(form) > 0 ? { remainder: 'wait' } : {}),
    ...(reason === '' ? {} : { reason }),
    ...(overriding && form.override.trim() !== '' ? { override: { reason: form.override.trim() } } : {}),
  };
}
