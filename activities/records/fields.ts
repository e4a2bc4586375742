import { z } from 'zod';

/** Field schemas that settings records share: their length is bounded, their form is checked. */

/** A short code without spaces or quotes, such as `OPEN-01`. */
export const Code = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\s"'<>\\]+$/);

/** What people read. */
export const Name = z.string().trim().min(1).max(200);

/** The name in the languages of the data. */
export const NamesByLanguage = z.strictObject({
  fr: Name.optional(),
  en: Name.optional(),
  de: Name.optional(),
  es: Name.optional(),
  it: Name.optional(),
});

export const AddressLines = z.array(z.string().trim().max(120)).max(6);
export const Email = z.email().max(254);
export const Phone = z
  .string()
  .trim()
  .min(3)
  .max(40)
  .regex(/^[+()\d\s./-]+$/);
export const Day = z.iso.date();

/** A point in time; it is kept to the millisecond, in UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .meta({ type: 'string', format: 'date-time' });

/** A name of the IANA time zone database. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '' && /[/]|^UTC$/.test(zone);
    } catch {
      return false;
    }
  });
