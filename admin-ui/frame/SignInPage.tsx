import { Alert, Box, Button, Paper, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, lazy, Suspense, useEffect, useId, useState } from 'react';
import { useLocaleState, useLogin, useStore } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import type { SecondStep } from '../../rules/organisation/second-step.ts';
import { allWords } from '../messages/i18n-provider.ts';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { currentSession, openSession } from '../provider/session.ts';
import { IssuerButton } from '../sign-in/IssuerButton.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { PasswordField } from './PasswordField.tsx';
import { LanguageSwitch, ThemeSwitch } from './TopBar.tsx';
import { Wordmark } from './Wordmark.tsx';

/** A second step and its words are fetched when one is owed. */
const SecondStepForm = lazy(async () => {
  const [{ SecondStepForm: form }] = await Promise.all([import('../sign-in/SecondStepForm.tsx'), allWords()]);
  return { default: form };
});
const ReturnProblem = lazy(async () => {
  const [{ ReturnProblem: problem }] = await Promise.all([
    import('../sign-in/ReturnProblem.tsx'),
    allWords(),
  ]);
  return { default: problem };
});

type SignInFailure = 'missing' | 'refused' | 'tooMany' | 'network' | 'unexpected';

function failureOf(error: unknown): SignInFailure {
  switch (problemOf(error).status) {
    case 0:
      return 'network';
    case 400:
    case 401:
      return 'refused';
    case 429:
      return 'tooMany';
    default:
      return 'unexpected';
  }
}

/** Takes over the language of the account, unless one was chosen on this device. */
function useAccountLocale(): () => Promise<void> {
  const [chosen] = useStore<string | null>('locale', null);
  const [, setLocale] = useLocaleState();
  return async () => {
    if (chosen === null) setLocale((await currentSession()).locale);
  };
}

/** Enters the console, once the session is open. */
function useEnter(): () => Promise<void> {
  const login = useLogin();
  const adoptLocale = useAccountLocale();
  return async () => {
    await login({});
    await adoptLocale();
  };
}

function useSignIn(onStep: (step: SecondStep) => void) {
  const enter = useEnter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const submit = async (email: string, password: string) => {
    if (email === '' || password === '') return setFailure('missing');
    setPending(true);
    setFailure(null);
    try {
      const step = await openSession({ email, password });
      if (step === null) await enter();
      else onStep(step);
    } catch (error) {
      setFailure(failureOf(error));
      setPending(false);
    }
  };
  return { pending, failure, submit };
}

function SignInForm({ returned, onStep }: { returned: boolean; onStep: (step: SecondStep) => void }) {
  const text = useText();
  const titleId = useId();
  const { pending, failure, submit } = useSignIn(onStep);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(email.trim(), password);
  };
  return (
    <Box component="form" noValidate onSubmit={onSubmit} aria-labelledby={titleId}>
      <Stack spacing={2}>
        <Box>
          <Typography id={titleId} variant="h1" gutterBottom>
            {text('frame.signIn.title')}
          </Typography>
          <Typography color="text.secondary">{text('frame.signIn.intro')}</Typography>
        </Box>
        {returned && failure === null && (
          <Suspense fallback={null}>
            <ReturnProblem />
          </Suspense>
        )}
        {failure !== null && (
          <Alert severity="error" role="alert">
            {failure === 'network' || failure === 'unexpected'
              ? text(`frame.failure.${failure}`)
              : text(`frame.signIn.${failure}`)}
          </Alert>
        )}
        <TextField
          label={text('frame.signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          size="medium"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField value={password} onChange={setPassword} />
        <Button type="submit" variant="contained" size="large" loading={pending}>
          {text('frame.signIn.submit')}
        </Button>
        <IssuerButton />
        <DemoAccounts onChoose={setEmail} />
      </Stack>
    </Box>
  );
}

/** The step that the way back from the issuer leads to. */
function stepIn(search: string): SecondStep | null {
  const said = new URLSearchParams(search).get('step');
  return said === 'code' || said === 'enrol' ? said : null;
}

/** The password, then the second step where one is owed. */
function Steps() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const enter = useEnter();
  const [owed, setOwed] = useState<SecondStep | null>(null);
  const step = owed ?? stepIn(search);
  if (step === null)
    return <SignInForm returned={new URLSearchParams(search).has('problem')} onStep={setOwed} />;
  const restart = () => {
    setOwed(null);
    void navigate('/login', { replace: true });
  };
  return (
    <Suspense fallback={null}>
      <SecondStepForm step={step} onIn={() => void enter()} onRestart={restart} />
    </Suspense>
  );
}

/** The door: address and password, in French first; demo accounts are offered only where there is a demo. */
export function SignInPage() {
  const text = useText();
  const title = `${text('frame.page.signIn')} · ${text('frame.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <Stack direction="row" component="header" sx={{ justifyContent: 'flex-end', p: 1, gap: 0.5 }}>
        <LanguageSwitch />
        <ThemeSwitch />
      </Stack>
      <Stack
        component="main"
        sx={{ flex: 1, alignItems: 'center', px: 2, pt: { xs: 2, sm: '8vh' }, pb: 6, gap: 3 }}
      >
        <Stack sx={{ alignItems: 'center', gap: 1 }}>
          <Wordmark size={36} />
          <Typography color="text.secondary">{text('frame.tagline')}</Typography>
        </Stack>
        <Paper
          variant="outlined"
          sx={{ width: '100%', maxWidth: 420, p: { xs: 2.5, sm: 4 }, borderRadius: 3 }}
        >
          <Steps />
        </Paper>
      </Stack>
    </Box>
  );
}
