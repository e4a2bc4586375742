import { Box, TextField } from '@mui/material';
import type { RefObject } from 'react';
import { type TemplatePart, templateParts } from '../../rules/letters/letter-template.ts';
import type { TemplateFault } from '../../rules/letters/template-faults.ts';
import { message } from '../../rules/messages/format.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

/** Where the cursor was last: what is inserted goes there. */
export type Cursor = { part: TemplatePart; at: number };

/** One part of a text, with its faults at their places. */
export function PartField({
  part,
  value,
  faults,
  readOnly,
  cursor,
  onChange,
}: {
  part: TemplatePart;
  value: string;
  faults: readonly TemplateFault[];
  readOnly: boolean;
  cursor: RefObject<Cursor>;
  onChange: (value: string) => void;
}) {
  const text = useText();
  const { locale } = useFormat();
  const { lines } = templateParts[part];
  const remember = (target: EventTarget) => {
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
      cursor.current = { part, at: target.selectionStart ?? target.value.length };
  };
  const told = faults.map(({ code, line, column, name }) => ({
    key: `${code} ${line} ${column}`,
    said: message(locale, code, { line, column, name }),
  }));
  return (
    <TextField
      label={text(`letterTexts.part.${part}`)}
      value={value}
      onChange={(event) => {
        remember(event.target);
        onChange(event.target.value);
      }}
      onSelect={(event) => remember(event.target)}
      multiline // a long line wraps; a line break in it is a fault, told at its place
      minRows={Math.ceil(lines / 2)}
      maxRows={24}
      error={faults.length > 0}
      helperText={
        faults.length === 0 ? (
          lines > 1 && text('letterTexts.paragraphs')
        ) : (
          <Box component="span" role="status">
            {told.map(({ key, said }) => (
              <Box component="span" key={key} sx={{ display: 'block' }}>
                {said}
              </Box>
            ))}
          </Box>
        )
      }
      fullWidth
      slotProps={{ htmlInput: { readOnly, spellCheck: true, 'data-part': part } }}
    />
  );
}
