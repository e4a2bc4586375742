import type { LetterKind } from './letter-snapshot.ts';
import { parseText, placeOf, type TextFault } from './template-text.ts';

/** The parts of a letter's text, in their order of reading; the frame around them is the house's own. */
export const templateParts = {
  subject: { lines: 1, longest: 200, required: true },
  title: { lines: 1, longest: 200, required: true },
  preview: { lines: 1, longest: 200, required: false },
  salutation: { lines: 1, longest: 200, required: true },
  opening: { lines: 12, longest: 6_000, required: true },
  placesHeading: { lines: 1, longest: 100, required: true },
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

/** A fault of a template: in which part, and where in it. */
export interface TemplateFault extends TextFault {
  part: TemplatePart;
}

/** Everything that is wrong with a template of this kind, part by part; empty when it may be published. */
export function templateFaults(kind: LetterKind, template: LetterTemplate): TemplateFault[] {
  return templatePartNames.flatMap((part) =>
    partFaults(kind, part, template[part]).map((fault): TemplateFault => ({ part, ...fault })),
  );
}

function partFaults(kind: LetterKind, part: TemplatePart, text: string): TextFault[] {
  const { lines, longest, required } = templateParts[part];
  const start = { line: 1, column: 1, name: null };
  if (text.trim() === '') return required ? [{ code: 'field.required', ...start }] : [];
  const { faults } = parseText(kind, text);
  if (lines === 1 && text.includes('\n')) {
    faults.push({ code: 'text.lineBreak', line: 2, column: 1, name: null });
  }
  if (text.length > longest) faults.push({ code: 'field.tooLong', ...placeOf(text, longest), name: null });
  return faults.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** The paragraphs of a filled text: blank lines part them, a single line break is a space. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, ' ').replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((paragraph) => paragraph !== '');
}
