import TranslateIcon from '@mui/icons-material/Translate';
import { Box, Button, Collapse, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { nameLanguages, type RecordNames } from '../records/record-kind.ts';
import { TextEntry } from './TextEntry.tsx';

/** The name of a record, and under it, unfolded on demand, its translations. */
export function NameEntry({ autoFocus = false }: { autoFocus?: boolean }) {
  const text = useText();
  const format = useFormat();
  const panelId = useId();
  const [open, setOpen] = useState(false);
  const { formState } = useFormContext();
  const names = useWatch<{ names?: RecordNames }, 'names'>({ name: 'names' });
  const count = nameLanguages.filter((language) => (names?.[language] ?? '') !== '').length;
  const shown = open || formState.errors.names !== undefined;
  return (
    <Box>
      <TextEntry field="name" required autoFocus={autoFocus} />
      <Button
        size="small"
        startIcon={<TranslateIcon />}
        aria-expanded={shown}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
        sx={{ mt: 0.5 }}
      >
        {text('settings.names.show', { count })}
      </Button>
      <Collapse in={shown} id={panelId} unmountOnExit={false}>
        <Stack
          spacing={1.5}
          sx={{ pt: 1, pl: { sm: 2 }, borderLeft: { sm: 2 }, borderColor: { sm: 'divider' } }}
        >
          <Typography variant="body2" color="text.secondary">
            {text('settings.names.help')}
          </Typography>
          {nameLanguages.map((language) => (
            <TextInput
              key={language}
              source={`names.${language}`}
              label={text('settings.names.in', { language: format.language(language) })}
              helperText={false}
              autoComplete="off"
              fullWidth
              slotProps={{ htmlInput: { lang: language, maxLength: 200 } }}
            />
          ))}
        </Stack>
      </Collapse>
    </Box>
  );
}
