import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type {
  NotPlaced,
  TogetherItem,
  TogetherPreview,
} from '../../activities/options/together/preview-together.ts';
import { isMessageCode } from '../../rules/messages/codes.ts';
import { tellReason } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { tellSeatReason } from '../../rules/seating/labels.ts';
import { isSeatReason } from '../../rules/seating/reasons.ts';
import { seatGroups } from '../../rules/venues/seat-groups.ts';
import type { TellReason } from './schema.ts';
import type { TogetherAnswer } from './together-schema.ts';

type Answer = z.output<typeof TogetherAnswer>;

/** Options told between two turns of whoever else is served. */
const portion = 50;

/** A preview in the reader's language; others are answered while a long one is told. */
export async function presentTogether(preview: TogetherPreview, locale: Locale): Promise<Answer> {
  const items: Answer['items'] = [];
  for (const item of preview.items) {
    items.push(tellItem(item, locale));
    if (items.length % portion === 0) await setImmediate();
  }
  const { performances, totals, bound } = preview;
  return { items, performances, totals: { ...totals, most: bound } };
}

function tellItem(
  { id, option, placement, obstacles }: TogetherItem,
  locale: Locale,
): Answer['items'][number] {
  return {
    id,
    number: option?.number ?? null,
    version: option?.version ?? null,
    contactName: option?.contactName ?? null,
    structureName: option?.structureName ?? null,
    quantity: option?.requestedQuantity ?? 0,
    placement: placement === null ? null : tellPlacement(placement, locale),
    obstacles: obstacles.map(({ performanceId, warned = false, reasons }) => ({
      performanceId,
      warned,
      reasons: tellReasons(reasons, locale),
    })),
  };
}

function tellPlacement(placement: NonNullable<TogetherItem['placement']>, locale: Locale) {
  const { performanceId, choice, upgraded, grants, reasons } = placement;
  return {
    performanceId,
    choice,
    upgraded,
    lines: grants.map(({ seats, ...grant }) => ({
      ...grant,
      seatIds: seats === null ? null : seats.map(({ id }) => id),
    })),
    seatRows: seatGroups(
      locale,
      grants.flatMap(({ seats }) => seats ?? []),
    ),
    reasons: tellReasons(reasons, locale),
  };
}

/** Each sentence once, however many lines say it. */
function tellReasons(reasons: NotPlaced['reasons'], locale: Locale) {
  const told = reasons.flatMap(({ code, values }): z.output<typeof TellReason>[] => {
    if (isSeatReason(code)) return [tellSeatReason(locale, { code, values })];
    return isMessageCode(code) ? [tellReason(locale, { code, values })] : [];
  });
  return [...new Map(told.map((reason) => [reason.message, reason])).values()];
}
