import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from './ask.ts';
import { Failure } from './Failure.tsx';
import { useWords } from './words/use-words.ts';

/** Asking for a link: the answer is the same whoever asks. */
export function SignIn({ why }: { why: 'ended' | 'left' | null }) {
  const { words } = useWords();
  const { signIn } = words;
  const [number, setNumber] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [sent, setSent] = useState(false);
  const numberField = useRef<HTMLInputElement>(null);
  const emailField = useRef<HTMLInputElement>(null);
  const badNumber = !/^\d{1,9}$/.test(number.trim()) || Number(number) < 1;
  const badEmail = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (badNumber || badEmail) {
      (badNumber ? numberField : emailField).current?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await ask('/links', { method: 'POST', body: { number: Number(number), email: email.trim() } });
      setSent(true);
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  if (sent) {
    return (
      <Stack spacing={2}>
        <Typography variant="h1">{signIn.sentTitle}</Typography>
        <Alert severity="info" role="status">
          {signIn.sent}
        </Alert>
        <Button onClick={() => setSent(false)} sx={{ alignSelf: 'flex-start' }}>
          {signIn.again}
        </Button>
      </Stack>
    );
  }
  return (
    <Card variant="outlined" sx={{ maxWidth: 520, mx: 'auto' }}>
      <CardContent component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)}>
        <Stack spacing={2}>
          <Typography variant="h1">{signIn.title}</Typography>
          {why !== null && <Alert severity="info">{why === 'ended' ? signIn.ended : signIn.left}</Alert>}
          <Typography color="text.secondary">{signIn.intro}</Typography>
          <TextField
            label={signIn.number}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            error={tried && badNumber}
            helperText={tried && badNumber ? signIn.numberMissing : signIn.numberHelp}
            inputRef={numberField}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
            required
          />
          <TextField
            label={signIn.email}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={tried && badEmail}
            helperText={tried && badEmail ? signIn.emailMissing : ' '}
            inputRef={emailField}
            slotProps={{ htmlInput: { autoComplete: 'email' } }}
            required
          />
          {failure !== null && <Failure failure={failure} />}
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {signIn.submit}
          </Button>
        </Stack>
      </CardContent>
    </Card>
  );
}
