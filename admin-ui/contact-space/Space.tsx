import Box from '@mui/material/Box';
import Container from '@mui/material/Container';
import CssBaseline from '@mui/material/CssBaseline';
import Link from '@mui/material/Link';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCallback, useEffect, useState } from 'react';
import { problemOf } from '../provider/problem.ts';
import { darkTheme, lightTheme } from '../theme/themes.ts';
import { Await } from './Await.tsx';
import { ask, type SpaceSession } from './ask.ts';
import { EnterByLink } from './EnterByLink.tsx';
import { Failure } from './Failure.tsx';
import { Pages } from './Pages.tsx';
import { SignIn } from './SignIn.tsx';
import { SpaceHeader } from './SpaceHeader.tsx';
import { useAsked } from './use-asked.ts';
import { useLanguage } from './use-language.ts';
import { onToken, takeToken } from './use-route.ts';
import { SpaceLanguage, type Spoken } from './words/use-words.ts';

const themes = { light: createTheme(lightTheme), dark: createTheme(darkTheme) };

/** The page of contacts: who is in, in which language, and what they see. */
export function Space({ first }: { first: Spoken }) {
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const [token, setToken] = useState(takeToken);
  // why nobody is in, when somebody was
  const [gone, setGone] = useState<'ended' | 'left' | null>(null);
  const session = useAsked<SpaceSession>(token === null ? '/session' : null);
  const isOut = gone !== null || (session.failure !== null && problemOf(session.failure).status === 401);
  const { spoken, failure, choose } = useLanguage(first, session.data?.locale);
  const { words } = spoken;
  const house = session.data?.houses.join(' · ') ?? null;
  useEffect(() => {
    document.title = house === null ? words.space : words.spaceOf(house);
  }, [house, words]);
  useEffect(() => onToken(setToken), []);
  const enter = () => {
    setToken(null);
    setGone(null);
    session.again();
  };
  const leave = useCallback(() => setGone('ended'), []);
  const signOut = async () => {
    await ask('/session', { method: 'DELETE' });
    setGone('left');
  };
  const shown = token !== null ? 'link' : isOut ? 'sign-in' : 'space';
  return (
    <ThemeProvider theme={dark ? themes.dark : themes.light}>
      <CssBaseline />
      <SpaceLanguage value={spoken}>
        <Link
          href="#content"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('content')?.focus();
          }}
          sx={{ position: 'absolute', left: -9999, '&:focus': { left: 8, top: 8, zIndex: 2000 } }}
        >
          {words.skip}
        </Link>
        <SpaceHeader
          session={shown === 'space' ? session.data : null}
          onLanguage={choose}
          onSignOut={() => void signOut()}
        />
        <Container maxWidth="md" sx={{ py: { xs: 2, sm: 4 } }}>
          <Box component="main" id="content" tabIndex={-1} sx={{ outline: 'none' }}>
            {failure !== null && <Failure failure={failure} />}
            {shown === 'link' && token !== null && (
              <EnterByLink token={token} onEntered={enter} onAnother={() => setToken(null)} />
            )}
            {shown === 'sign-in' && <SignIn why={gone} />}
            {shown === 'space' && <Await asked={session}>{() => <Pages onGone={leave} />}</Await>}
          </Box>
        </Container>
      </SpaceLanguage>
    </ThemeProvider>
  );
}
