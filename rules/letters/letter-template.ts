/** The parts of a letter's text, in their order of reading; the frame around them is the house's own. */
export const templateParts = {
  subject: { lines: 1, longest: 200, required: true },
  title: { lines: 1, longest: 200, required: true },
  preview: { lines: 1, longest: 200, required: false },
  salutation: { lines: 1, longest: 200, required: true },
  opening: { lines: 12, longest: 6_000, required: true },
  placesHeading: { lines: 1, longest: 200, required: true },
  callout: { lines: 1, longest: 300, required: false },
  calloutFigure: { lines: 1, longest: 100, required: false },
  closing: { lines: 6, longest: 3_000, required: false },
  farewell: { lines: 1, longest: 300, required: true },
} as const satisfies Record<string, { lines: number; longest: number; required: boolean }>;

export type TemplatePart = keyof typeof templateParts;

export const templatePartNames = Object.keys(templateParts).filter(
  (name): name is TemplatePart => name in templateParts,
);

/**
 * The text of a kind of letter in one language: plain text with the names of `merge-fields.ts`. A blank line ends a
 * paragraph, as in Markdown; there is no markup, and what looks like some is refused.
 */
export type LetterTemplate = Readonly<Record<TemplatePart, string>> & {
  /** Whether the table of places tells prices and the total. */
  readonly showsPrices: boolean;
};

/** The paragraphs of a filled text: blank lines part them, a single line break is a space. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, ' ').replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
}
