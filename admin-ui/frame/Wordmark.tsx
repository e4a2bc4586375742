import { Box, Typography } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** The name of the product with its mark: a seat, granted. */
export function Wordmark({ size = 24 }: { size?: number }) {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="svg"
        viewBox="0 0 24 24"
        aria-hidden="true"
        sx={({ palette }) => ({
          width: size,
          height: size,
          flex: 'none',
          color: palette.primary.main,
          '--mark': palette.primary.contrastText,
        })}
      >
        <rect width="24" height="24" rx="6" fill="currentColor" />
        <path
          d="M7 5.5v8.25c0 1.24 1 2.25 2.25 2.25h7.5M7 12.5h9M9.25 16v2.75M16 16v2.75"
          fill="none"
          stroke="var(--mark, #fff)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </Box>
      <Typography component="span" sx={{ fontSize: size * 0.75, fontWeight: 700, letterSpacing: '-0.02em' }}>
        {text('frame.name')}
      </Typography>
    </Box>
  );
}
