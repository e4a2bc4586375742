import { describe, expect, it } from '@jest/globals';
import { letterFacts } from '../../../activities/letters/letter-facts.ts';
import { mergeValues } from '../../../activities/letters/merge-values.ts';
import { wordsOf } from '../../../activities/letters/words/words-of.ts';
import { letterLanguages } from '../../../rules/letters/letter-language.ts';
import { writtenLetterKinds } from '../../../rules/letters/letter-snapshot.ts';
import { paragraphsOf } from '../../../rules/letters/letter-template.ts';
import type { MergeValues } from '../../../rules/letters/merge-fields.ts';
import { shippedTemplate } from '../../../rules/letters/shipped/shipped-template.ts';
import { templateFaults } from '../../../rules/letters/template-faults.ts';
import { fillText, parseText } from '../../../rules/letters/template-text.ts';
import { refusedRequest } from '../../activities/letters/letter-samples.ts';

const shipped = shippedTemplate('confirmation', 'fr');
const nothing = mergeValues(letterFacts(refusedRequest()), wordsOf('fr'));
const faultsOf = (opening: string, kind: (typeof writtenLetterKinds)[number] = 'confirmation') =>
  templateFaults(kind, { ...shipped, opening });

/** Every name stands for itself in brackets; the conditions named hold. */
function values(holding: readonly string[]): MergeValues {
  const { fields, conditions } = nothing;
  return {
    fields: { ...fields, optionNumber: '<optionNumber>', paymentLimit: '<paymentLimit>' },
    conditions: {
      ...conditions,
      paymentLimit: holding.includes('paymentLimit'),
      reason: holding.includes('reason'),
    },
  };
}

describe('the text of a letter', () => {
  it('writes names out, chooses by conditions, and leaves values as they are', () => {
    const { nodes, faults } = parseText(
      'confirmation',
      "L'option {{optionNumber}}{{#if paymentLimit}} avant {{paymentLimit}}{{else}}, sans date{{/if}}{{#unless reason}}.{{/unless}}",
    );
    expect(faults).toEqual([]);
    const curly = (text: string) => text.replaceAll("'", '’');
    expect(fillText(nodes, values(['paymentLimit']), curly)).toBe(
      'L’option <optionNumber> avant <paymentLimit>.',
    );
    expect(fillText(nodes, values(['reason']), curly)).toBe('L’option <optionNumber>, sans date');
  });

  it.each([
    ['Bonjour\n{{evnet}}', 'text.unknownField', 2, 1, 'evnet'],
    ['{{formerSeats}}', 'text.unknownField', 1, 1, 'formerSeats'],
    ['{{constructor}}', 'text.unknownField', 1, 1, 'constructor'],
    ['{{{event}}}', 'text.unclosedTag', 1, 1, null],
    ['{{> partial}}', 'text.unknownField', 1, 1, '> partial'],
    ['ab {{#if paymentLmit}}x{{/if}}', 'text.unknownCondition', 1, 4, 'paymentLmit'],
    ['{{#if reason}}x', 'text.unclosedBlock', 1, 1, 'if'],
    ['x{{/if}}', 'text.unexpectedTag', 1, 2, '/if'],
    ['{{#if reason}}x{{/unless}}{{/if}}', 'text.unexpectedTag', 1, 16, '/unless'],
    ['{{#if reason}}a{{else}}b{{else}}c{{/if}}', 'text.unexpectedTag', 1, 25, 'else'],
    ['avant le {{paymentLimit}}', 'text.unguarded', 1, 10, 'paymentLimit'],
    ['{{#unless paymentLimit}}{{paymentLimit}}{{/unless}}', 'text.unguarded', 1, 25, 'paymentLimit'],
    ['a {{event', 'text.unclosedTag', 1, 3, null],
    ['un <b>mot</b>', 'text.markup', 1, 4, '<b>'],
    ['<script>x</script>', 'text.markup', 1, 1, '<script>'],
    [' \n ', 'field.required', 1, 1, null],
  ])('is told where %j is wrong', (opening, code, line, column, name) => {
    expect(faultsOf(opening)[0]).toEqual({ part: 'opening', code, line, column, name });
  });

  it('is neither endless nor nested without end, and a line stays a line', () => {
    expect(faultsOf('x'.repeat(6_001))).toMatchObject([{ code: 'field.tooLong', line: 1, column: 6_001 }]);
    const nested = `${'{{#if reason}}'.repeat(5)}x${'{{/if}}'.repeat(5)}`;
    expect(faultsOf(nested)).toMatchObject([{ code: 'text.tooDeep' }]);
    expect(templateFaults('confirmation', { ...shipped, subject: 'a\nb' })).toMatchObject([
      { part: 'subject', code: 'text.lineBreak' },
    ]);
  });

  it('knows values of an order inside any condition that makes sure of the order', () => {
    expect(faultsOf('{{#if nothingToPay}}{{orderNumber}}{{/if}}')).toEqual([]);
    expect(faultsOf('{{#unless orderNumber}}x{{else}}{{orderTotal}}{{/unless}}')).toEqual([]);
  });

  it('is parted by blank lines', () => {
    expect(paragraphsOf('\n\nun\n deux \n\n\u00A0\n\ntrois\n')).toEqual(['un deux', 'trois']);
  });

  it.each(writtenLetterKinds.flatMap((kind) => letterLanguages.map((language) => [kind, language] as const)))(
    'is without fault as shipped: %s in %s',
    (kind, language) => {
      expect(templateFaults(kind, shippedTemplate(kind, language))).toEqual([]);
    },
  );
});
