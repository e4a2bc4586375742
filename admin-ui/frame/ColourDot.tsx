import { Box } from '@mui/material';

/** The colour a seat category has on the plan; the name always stands beside it. */
export function ColourDot({ colour }: { colour: string | null }) {
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{
        display: 'inline-block',
        flex: 'none',
        width: 12,
        height: 12,
        borderRadius: '50%',
        bgcolor: colour ?? 'divider',
        border: 1,
        borderColor: 'divider',
      }}
    />
  );
}
