import { Box, Chip, Typography } from '@mui/material';
import type { WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import { conditionsOf, fieldsOf } from '../../rules/letters/merge-fields.ts';
import { Section } from '../frame/Facts.tsx';
import { useText } from '../messages/use-text.ts';

function Chips({
  names,
  textOf,
  onInsert,
}: {
  names: readonly string[];
  textOf: (name: string) => string;
  onInsert: ((text: string) => void) | null;
}) {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 1 }}>
      {names.map((name) =>
        onInsert === null ? (
          <Chip key={name} size="small" label={name} variant="outlined" />
        ) : (
          <Chip
            key={name}
            size="small"
            label={name}
            variant="outlined"
            clickable
            aria-label={text('letterTexts.insert', { name })}
            onClick={() => onInsert(textOf(name))}
          />
        ),
      )}
    </Box>
  );
}

/** What may be written in a text of this kind, put in at the cursor. */
export function MergeNames({
  kind,
  onInsert,
}: {
  kind: WrittenLetterKind;
  onInsert: ((text: string) => void) | null;
}) {
  const text = useText();
  return (
    <Section title={text('letterTexts.names')}>
      <Typography variant="body2" color="text.secondary">
        {text('letterTexts.namesHelp')}
      </Typography>
      <Chips names={fieldsOf(kind)} textOf={(name) => `{{${name}}}`} onInsert={onInsert} />
      <Typography variant="subtitle2" sx={{ mt: 2 }}>
        {text('letterTexts.conditions')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {text('letterTexts.conditionsHelp')}
      </Typography>
      <Chips names={conditionsOf(kind)} textOf={(name) => `{{#if ${name}}}{{/if}}`} onInsert={onInsert} />
    </Section>
  );
}
