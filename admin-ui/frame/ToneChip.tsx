import { Chip } from '@mui/material';
import { alpha, type Theme } from '@mui/material/styles';

/** What a mark says at a glance; the words say it too. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

function colours(tone: Tone) {
  return (theme: Theme) => {
    if (tone === 'neutral') {
      return {
        color: theme.palette.text.secondary,
        backgroundColor: alpha(theme.palette.text.secondary, 0.12),
      };
    }
    const { main } = theme.palette[tone];
    return { color: main, backgroundColor: alpha(main, theme.palette.mode === 'dark' ? 0.16 : 0.1) };
  };
}

/** A short mark for a state. */
export function ToneChip({ label, tone, strong = false }: { label: string; tone: Tone; strong?: boolean }) {
  return (
    <Chip
      label={label}
      size="small"
      sx={[
        { fontWeight: 600, borderRadius: 1.5, border: strong ? '1px solid currentColor' : undefined },
        colours(tone),
      ]}
    />
  );
}
