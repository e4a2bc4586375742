import type { LetterKind } from './letter-snapshot.ts';
import {
  type LetterTemplate,
  type TemplatePart,
  templatePartNames,
  templateParts,
} from './letter-template.ts';
import { parseText, placeOf, type TextFault } from './template-text.ts';

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
