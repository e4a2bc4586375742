import Box from '@mui/material/Box';
import Container from '@mui/material/Container';
import CssBaseline from '@mui/material/CssBaseline';
import Link from '@mui/material/Link';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useCallback, useEffect, useState } from 'react';
import { isLocale, type Locale } from '../../rules/messages/locale.ts';
import { setCurrentLocale } from '../messages/locale.ts';
import { problemOf } from '../provider/problem.ts';
import { darkTheme, lightTheme } from '../theme/themes.ts';
import { Await } from './Await.tsx';
import { ask, type SpaceSession } from './ask.ts';
import { EnterByLink } from './EnterByLink.tsx';
import { Pages } from './Pages.tsx';
import { SignIn } from './SignIn.tsx';
import { SpaceHeader } from './SpaceHeader.tsx';
import { useAsked } from './use-asked.ts';
import { onToken, takeToken } from './use-route.ts';
import { SpaceLocale, wordsOf } from './words/use-words.ts';

const kept = 'placet-contact-locale';

/** The language chosen here before, else the browser's. */
function firstLocale(): Locale {
  const chosen = window.localStorage.getItem(kept);
  if (isLocale(chosen)) return chosen;
  return navigator.language.startsWith('fr') ? 'fr' : 'en';
}

/** Requests ask for this language from now on. */
function spoken(locale: Locale): Locale {
  setCurrentLocale(locale);
  return locale;
}

const themes = { light: createTheme(lightTheme), dark: createTheme(darkTheme) };

/** The page of contacts: who is in, in which language, and what they see. */
export function Space() {
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const [locale, setLocale] = useState(() => spoken(firstLocale()));
  const [token, setToken] = useState(takeToken);
  // why nobody is in, when somebody was
  const [gone, setGone] = useState<'ended' | 'left' | null>(null);
  const session = useAsked<SpaceSession>(token === null ? '/session' : null);
  const isOut = gone !== null || (session.failure !== null && problemOf(session.failure).status === 401);
  const words = wordsOf[locale];
  const house = session.data?.houses.join(' · ') ?? null;
  useEffect(() => {
    document.title = house === null ? words.space : words.spaceOf(house);
  }, [house, words]);
  useEffect(() => onToken(setToken), []);
  const choose = (chosen: Locale) => {
    window.localStorage.setItem(kept, chosen);
    setLocale(spoken(chosen));
  };
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
      <SpaceLocale value={locale}>
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
          onLocale={choose}
          onSignOut={() => void signOut()}
        />
        <Container maxWidth="md" sx={{ py: { xs: 2, sm: 4 } }}>
          <Box component="main" id="content" tabIndex={-1} sx={{ outline: 'none' }}>
            {shown === 'link' && token !== null && (
              <EnterByLink token={token} onEntered={enter} onAnother={() => setToken(null)} />
            )}
            {shown === 'sign-in' && <SignIn why={gone} />}
            {shown === 'space' && <Await asked={session}>{() => <Pages onGone={leave} />}</Await>}
          </Box>
        </Container>
      </SpaceLocale>
    </ThemeProvider>
  );
}
