import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, Button, IconButton, Toolbar, Tooltip } from '@mui/material';
import { LoadingIndicator, useLocaleState, useTheme } from 'react-admin';
import { Link } from 'react-router';
import { locales } from '../../rules/messages/locale.ts';
import { useText } from '../messages/use-text.ts';
import { SearchButton } from '../search/SearchButton.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Wordmark } from './Wordmark.tsx';

/** Switches between light and dark; without a choice the system's preference holds. */
export function ThemeSwitch() {
  const text = useText();
  const [theme, setTheme] = useTheme();
  const dark = theme === 'dark';
  const label = text(dark ? 'frame.theme.toLight' : 'frame.theme.toDark');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setTheme(dark ? 'light' : 'dark')}>
        {dark ? <LightIcon /> : <DarkIcon />}
      </IconButton>
    </Tooltip>
  );
}

/** Changes the language; each language is named in itself. */
export function LanguageSwitch() {
  const text = useText();
  const [locale, setLocale] = useLocaleState();
  const other = locales.find((candidate) => candidate !== locale) ?? 'fr';
  return (
    <Button
      color="inherit"
      size="small"
      lang={other}
      aria-label={`${other.toUpperCase()} – ${text(`frame.language.${other}`)}`}
      onClick={() => setLocale(other)}
      sx={{ minWidth: 44, color: 'text.secondary' }}
    >
      {other.toUpperCase()}
    </Button>
  );
}

/** The bar on top: the menu at small widths, the name of the product, language, theme, account. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const text = useText();
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', zIndex: 'drawer' }}
    >
      <Toolbar variant="dense" sx={{ minHeight: 52, gap: 0.5, px: { xs: 1, md: 2 } }}>
        <IconButton
          edge="start"
          onClick={onMenu}
          aria-label={text('frame.nav.open')}
          sx={{ display: { md: 'none' }, ml: 0 }}
        >
          <MenuIcon />
        </IconButton>
        <Box
          component={Link}
          to="/"
          sx={{ color: 'inherit', textDecoration: 'none', display: 'flex', px: 0.5 }}
        >
          <Wordmark />
        </Box>
        <Box sx={{ flex: 1 }} />
        <SearchButton />
        <Box sx={{ flex: { sm: 1 } }} />
        <LoadingIndicator aria-label={text('frame.common.loading')} />
        <LanguageSwitch />
        <ThemeSwitch />
        <AccountMenu />
      </Toolbar>
    </AppBar>
  );
}
