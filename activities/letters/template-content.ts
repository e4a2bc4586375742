import { z } from 'zod';
import { templateParts } from '../../rules/letters/letter-template.ts';

/** Far above what a part may be: what is too long is told with its place by the rules. */
const atMost = 20_000;

const part = (name: keyof typeof templateParts) =>
  z
    .string()
    .max(atMost)
    .meta({ description: `At most ${templateParts[name].longest} characters` });

/** A letter's text as it is kept: plain text by part. */
export const TemplateContent = z.strictObject({
  subject: part('subject'),
  title: part('title'),
  preview: part('preview'),
  salutation: part('salutation'),
  opening: part('opening'),
  placesHeading: part('placesHeading'),
  callout: part('callout'),
  calloutFigure: part('calloutFigure'),
  closing: part('closing'),
  farewell: part('farewell'),
  showsPrices: z.boolean(),
});
