/** The life of a house's own text: written, in force from its publication on, replaced or taken back. */
export const letterTemplateStates = ['draft', 'published', 'superseded'] as const;
export type LetterTemplateState = (typeof letterTemplateStates)[number];
