import { useGetList } from 'react-admin';
import { Section } from '../frame/Facts.tsx';
import { LetterLines } from '../letters/LetterLines.tsx';
import type { LetterRow } from '../letters/letter-record.ts';
import { NoLetters } from '../letters/NoLetters.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { OptionRecord } from './option-record.ts';

const whileLeaving = 1_500;

/** What the contact was sent about this option; read again while a letter is on its way. */
export function OptionLetters({ option }: { option: OptionRecord }) {
  const text = useText();
  const mayRead = useRight('letters.letters:read');
  const { data } = useGetList<LetterRow>(
    'letters',
    {
      filter: { optionId: option.id },
      pagination: { page: 1, perPage: 50 },
      sort: { field: 'createdAt', order: 'DESC' },
    },
    {
      enabled: mayRead,
      refetchInterval: ({ state }) =>
        state.data?.data.some((letter) => letter.state === 'owed' || letter.state === 'sending')
          ? whileLeaving
          : false,
    },
  );
  if (!mayRead) return null;
  return (
    <Section title={text('options.show.letters')}>
      <NoLetters resource="options" record={option} />
      <LetterLines letters={data} none={text('options.show.noLetters')} timeZone={option.timeZone} />
    </Section>
  );
}
