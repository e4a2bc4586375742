import { z } from 'zod';
import { id, instant, maxLines, maxPlaces, maxSeats, motive, requestFields, verbBody } from './schema.ts';

const { performanceId: _performance, fallbackPerformanceIds: _fallbacks, ...requestWords } = requestFields;

const productRequestFields = {
  ...requestWords,
  productId: id,
  quantity: z.int().min(1).max(maxPlaces).meta({ description: 'Units of the product' }),
  audienceSubcategoryId: id.nullish().meta({ description: 'Of every line that names none' }),
  lines: z
    .array(
      z.strictObject({
        productLineId: id,
        performanceId: id
          .nullish()
          .meta({ description: 'One of the choices of the line; needed where there are several' }),
        quantity: z.int().min(0).max(maxPlaces).nullish(),
        audienceSubcategoryId: id.nullish(),
      }),
    )
    .max(maxLines)
    .nullish()
    .meta({
      description:
        'Mandatory lines and companions come by themselves; optional ones are named. Of optional lines and companions fewer may be wished. A line of a season ticket named again is an extra choice, at another of its performances.',
    }),
};

/** A request for a product, or with `place` a direct placement. */
export const NewProductOption = z.strictObject({
  ...productRequestFields,
  place: z.boolean().nullish(),
  confirmationDueAt: instant.nullish(),
});

/** A request for a product as it should read from now on. */
export const ChangedProductOption = z.strictObject(productRequestFields);

/** What is granted of a product. */
export const PlaceProductBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        lineId: id,
        quantity: z.int().min(0).max(maxPlaces),
        performanceId: id.nullish().meta({ description: 'Another of the choices of its line' }),
        contingentId: id.nullish(),
        audienceSubcategoryId: id.nullish(),
        seatIds: z.array(id).max(maxSeats).nullish(),
      }),
    )
    .min(1)
    .max(maxLines)
    .nullish(),
  extraChoices: z
    .array(
      z.strictObject({
        productLineId: id,
        performanceId: id.nullish(),
        quantity: z.int().min(1).max(maxPlaces).nullish(),
      }),
    )
    .max(maxLines)
    .nullish()
    .meta({
      description:
        'Of a season ticket: one more choice of a line, at a performance that is not taken yet; for all units unless fewer are said',
    }),
  confirmationDueAt: instant.nullish(),
  ...verbBody,
});

/** The option to be linked with. */
export const TwinBody = z.strictObject({ twinId: id, reason: motive.nullish() });

/** What lapses: some lines, where a part may go alone, or all. */
export const LapseBody = z.strictObject({ lineIds: z.array(id).min(1).max(maxLines).nullish(), ...verbBody });
