/** A wide table whose first column stays in sight while the others are scrolled. */
export const fixedFirstColumn = {
  '& tr > :first-of-type:not([colspan])': {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    bgcolor: 'background.paper',
    maxWidth: { xs: '44vw', sm: 'none' },
  },
} as const;
