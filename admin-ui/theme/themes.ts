import { alpha, type PaletteOptions, type ThemeOptions } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';

const fontFamily = [
  '"Inter"',
  '"Segoe UI Variable Text"',
  '"Segoe UI"',
  'system-ui',
  '-apple-system',
  '"Helvetica Neue"',
  '"Noto Sans"',
  'Arial',
  'sans-serif',
].join(',');

const lightPalette = {
  mode: 'light',
  primary: { main: '#1255a0', dark: '#0c3f7a', light: '#3a76ba', contrastText: '#ffffff' },
  secondary: { main: '#b71c1c', contrastText: '#ffffff' },
  error: { main: '#b71c1c', dark: '#8c1212', contrastText: '#ffffff' },
  warning: { main: '#8a4b00', dark: '#6b3a00', contrastText: '#ffffff' },
  success: { main: '#1a6b3c', dark: '#124f2b', contrastText: '#ffffff' },
  info: { main: '#1255a0', contrastText: '#ffffff' },
  background: { default: '#f4f6f9', paper: '#ffffff' },
  text: { primary: '#16202c', secondary: '#475465' },
  divider: '#d8dfe7',
} as const satisfies PaletteOptions;

const darkPalette = {
  mode: 'dark',
  primary: { main: '#8cbcf5', dark: '#6ba6ea', light: '#b5d4fa', contrastText: '#0b1a2b' },
  secondary: { main: '#ff8f87', contrastText: '#2b0b0b' },
  error: { main: '#ff8f87', dark: '#ff7369', contrastText: '#2b0b0b' },
  warning: { main: '#ffbf69', dark: '#ffa938', contrastText: '#2b1a00' },
  success: { main: '#7dd3a0', dark: '#54c182', contrastText: '#04220f' },
  info: { main: '#8cbcf5', contrastText: '#0b1a2b' },
  background: { default: '#0f151c', paper: '#171f29' },
  text: { primary: '#e6edf5', secondary: '#a7b4c3' },
  divider: '#2c3845',
} as const satisfies PaletteOptions;

type Palette = typeof lightPalette | typeof darkPalette;

const typography: ThemeOptions['typography'] = {
  fontFamily,
  fontSize: 14,
  h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.01em' },
  h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.35 },
  h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
  subtitle2: { fontWeight: 600 },
  button: { textTransform: 'none', fontWeight: 600 },
  overline: { fontWeight: 650, letterSpacing: '0.06em', lineHeight: 1.8 },
};

function components(palette: Palette): RaThemeOptions['components'] {
  const border = `1px solid ${palette.divider}`;
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums' },
        ':focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 },
        // what turns while one waits goes on turning
        '@media (prefers-reduced-motion: reduce)': { '*': { transition: 'none !important' } },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' }, outlined: { border } } },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
    MuiFormHelperText: {
      styleOverrides: { root: { '&.Mui-disabled': { color: palette.text.secondary } } },
    },
    MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
    MuiTable: {
      styleOverrides: {
        root: {
          '@media (max-width:599.95px)': {
            '& .MuiTableCell-root': { padding: '6px', fontSize: '0.8125rem' },
          },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: palette.divider },
        head: { color: palette.text.secondary, fontWeight: 600, whiteSpace: 'nowrap' },
      },
    },
    MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'sm' } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiAlert: {
      styleOverrides: {
        standardError: { border: `1px solid ${alpha(palette.error.main, 0.4)}` },
        standardWarning: { border: `1px solid ${alpha(palette.warning.main, 0.4)}` },
        standardInfo: { border: `1px solid ${alpha(palette.info.main, 0.3)}` },
        standardSuccess: { border: `1px solid ${alpha(palette.success.main, 0.3)}` },
      },
    },
    RaDataTable: {
      styleOverrides: {
        root: {
          '& .RaDataTable-headerCell': { backgroundColor: palette.background.paper, position: 'static' },
          '& .MuiTableCell-root': { padding: '8px', fontSize: '0.8125rem' },
          '& .MuiTableCell-root:first-of-type': { paddingLeft: 16 },
          '& .MuiTableCell-root:last-of-type': { paddingRight: 16 },
        },
      },
    },
  };
}

function theme(palette: Palette): RaThemeOptions {
  return {
    palette,
    typography,
    shape: { borderRadius: 8 },
    sidebar: { width: 240 },
    components: components(palette),
  };
}

export const lightTheme = theme(lightPalette);
export const darkTheme = theme(darkPalette);
