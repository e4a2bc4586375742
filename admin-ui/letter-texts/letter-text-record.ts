import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import type { LetterTemplateState } from '../../rules/letters/template-life.ts';

/** A version of a house's own text. */
export type LetterTextRecord = {
  id: string;
  version: number;
  organisationId: string;
  kind: WrittenLetterKind;
  language: LetterLanguage;
  number: number;
  state: LetterTemplateState;
  content: LetterTemplate;
};

/** The page where one text is written. */
export function textPage(organisationId: string, kind: WrittenLetterKind, language: LetterLanguage): string {
  return `/letter-texts/${organisationId}/${kind}/${language}`;
}
