import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';
import { useText } from '../messages/use-text.ts';

/** A password that may be looked at before it is sent. */
export function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  const toggle = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        onClick={() => setShown(!shown)}
        aria-label={text(shown ? 'frame.signIn.hide' : 'frame.signIn.show')}
      >
        {shown ? <HideIcon /> : <ShowIcon />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      label={text('frame.signIn.password')}
      type={shown ? 'text' : 'password'}
      name="password"
      autoComplete="current-password"
      required
      size="medium"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ input: { endAdornment: toggle } }}
    />
  );
}
