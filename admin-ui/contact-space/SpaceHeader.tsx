import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { type LetterLanguage, letterLanguage, letterLanguages } from '../../rules/letters/letter-language.ts';
import type { SpaceSession } from './ask.ts';
import { languageNames } from './words/speak.ts';
import { useWords } from './words/use-words.ts';

/** The house by its name, who is in, the languages, and the way out. */
export function SpaceHeader({
  session,
  onLanguage,
  onSignOut,
}: {
  session: SpaceSession | null;
  onLanguage: (language: LetterLanguage) => void;
  onSignOut: () => void;
}) {
  const { words, locale } = useWords();
  return (
    <AppBar
      position="static"
      color="transparent"
      elevation={0}
      sx={{
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        borderTop: 4,
        borderTopColor: 'primary.main',
      }}
    >
      <Toolbar sx={{ gap: 1, flexWrap: 'wrap', py: 1 }}>
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Typography component="p" sx={{ fontWeight: 650, fontSize: '1.0625rem' }}>
            {session === null ? words.space : session.houses.join(' · ')}
          </Typography>
          {session !== null && (
            <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
              {words.contact(session.contact.number, session.actsFor ?? session.contact.name)}
            </Typography>
          )}
        </Box>
        <TextField
          select
          size="small"
          value={locale}
          onChange={({ target }) => onLanguage(letterLanguage(target.value))}
          slotProps={{ select: { native: true }, htmlInput: { 'aria-label': words.language } }}
        >
          {letterLanguages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </TextField>
        {session !== null && (
          <Button variant="outlined" onClick={onSignOut}>
            {words.signOut}
          </Button>
        )}
      </Toolbar>
    </AppBar>
  );
}
