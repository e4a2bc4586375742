import { z } from 'zod';
import { planLimits } from './plan-limits.ts';

/**
 * The open seating-plan JSON of the ticketing world (as pretix writes it), one schema per level: a file is read from
 * the top down, so that faults are counted while they are found. Unknown keys are left alone. Our own attributes stand
 * in the property `placet`, which other programs ignore.
 */

/** No control characters, no half characters: they can neither be printed nor stored. */
const Text = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u);
const Label = z.union([Text, z.number()]).transform((value) => String(value).trim());
const short = (most: number) => Label.pipe(z.string().max(most));
const Coordinate = z.number().min(-1_000_000).max(1_000_000);
const Length = z.number().min(0).max(1_000_000);
const Point = z.object({ x: Coordinate, y: Coordinate });
const Colour = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i)
  .transform((colour) => {
    const digits = colour.slice(1).toLowerCase();
    return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
  });
/** Areas are only drawn: a colour we do not know (a name, a transparency) is none. */
const Paint = z
  .unknown()
  .optional()
  .transform((value) => Colour.safeParse(value).data ?? null);
const Origin = Point.nullish().transform((point) => point ?? { x: 0, y: 0 });

export const PlanShell = z.object({
  name: short(200).pipe(z.string().min(1)),
  categories: z
    .array(z.object({ name: short(100).pipe(z.string().min(1)), color: Colour.default('#777777') }))
    .max(planLimits.categories),
  zones: z.array(z.unknown()).min(1).max(planLimits.zones),
  size: z.object({ width: Length, height: Length }).nullish(),
  /** Rows stand from front to back, seats from left to right, and seats say where a gap lies before them. */
  placet: z.object({ ordered: z.boolean().optional() }).nullish(),
});

export const ZoneShell = z.object({
  name: short(100),
  zone_id: z.union([short(100), z.null()]).optional(),
  position: Origin,
  rows: z.array(z.unknown()).max(planLimits.rows).nullish(),
  areas: z.array(z.unknown()).max(planLimits.areas).nullish(),
});

export const RowShell = z.object({
  row_number: Label.pipe(z.string().max(30)).nullish(),
  position: Origin,
  seats: z.array(z.unknown()).max(planLimits.seats),
  placet: z.object({ block: short(100).optional() }).nullish(),
});

export const SeatShell = z.object({
  seat_guid: Text.min(1).max(100),
  seat_number: short(30).pipe(z.string().min(1)),
  position: Point,
  category: short(100),
  placet: z
    .object({
      gapBefore: z.boolean().optional(),
      wheelchair: z.boolean().optional(),
      companion: z.boolean().optional(),
      restrictedView: z.boolean().optional(),
      aisle: z.boolean().optional(),
    })
    .nullish(),
});

export const AreaShell = z.object({
  shape: z.enum(['rectangle', 'circle', 'ellipse', 'polygon', 'text']),
  position: Origin,
  rotation: z.number().min(-360).max(360).nullish(),
  color: Paint,
  border_color: Paint,
  rectangle: z.object({ width: Length, height: Length }).nullish(),
  circle: z.object({ radius: Length }).nullish(),
  ellipse: z.object({ radius: z.object({ x: Length, y: Length }) }).nullish(),
  polygon: z.object({ points: z.array(Point).max(planLimits.points) }).nullish(),
  text: z
    .object({
      text: Label.pipe(z.string().max(500)),
      position: Origin,
      size: z.number().min(1).max(10_000).nullish(),
      color: Paint,
    })
    .nullish(),
});
