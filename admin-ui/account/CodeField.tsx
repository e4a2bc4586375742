import { TextField } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** A code of an authenticator, or a recovery code where one may stand in. */
export function CodeField({
  value,
  onChange,
  recovery = false,
}: {
  value: string;
  onChange: (value: string) => void;
  /** A recovery code may be typed as well. */
  recovery?: boolean;
}) {
  const text = useText();
  return (
    <TextField
      label={text('account.code.label')}
      helperText={text(recovery ? 'account.code.orRecovery' : 'account.code.help')}
      name="code"
      autoComplete="one-time-code"
      autoFocus
      required
      size="medium"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: {
          inputMode: recovery ? 'text' : 'numeric',
          maxLength: 20,
          autoCapitalize: 'characters',
          spellCheck: false,
        },
      }}
    />
  );
}
