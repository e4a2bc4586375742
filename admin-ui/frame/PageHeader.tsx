import { Box, Breadcrumbs, Link as MuiLink, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { unbroken } from '../messages/unbroken.ts';
import { useText } from '../messages/use-text.ts';
import { useArrival } from './use-arrival.ts';
import { type Crumb, useTrail } from './use-trail.ts';

export type PageHeaderProps = {
  title: string;
  crumbs?: readonly Crumb[];
  /** A state or other short mark beside the title. */
  mark?: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page: where one is, the one h1, what one may do from here. Also names the browser's tab. */
export function PageHeader({ title: given, crumbs = [], mark, subtitle, actions }: PageHeaderProps) {
  const title = unbroken(given);
  const text = useText();
  const product = text('frame.name');
  const heading = useArrival();
  const trail = useTrail(crumbs);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Box component="header" sx={{ mb: 2 }}>
      <Breadcrumbs
        aria-label={text('frame.nav.breadcrumbs')}
        sx={{
          fontSize: '0.8125rem',
          mb: 0.5,
          color: 'text.secondary',
          '& .MuiBreadcrumbs-separator': { mx: 0.75 },
        }}
      >
        {trail.map(({ label, to }) =>
          to === null ? (
            <span key={label}>{label}</span>
          ) : (
            <MuiLink key={to} component={Link} to={to} color="text.secondary" underline="always">
              {unbroken(label)}
            </MuiLink>
          ),
        )}
        <Box component="span" aria-current="page" sx={{ color: 'text.primary' }}>
          {title}
        </Box>
      </Breadcrumbs>
      <Stack
        direction="row"
        useFlexGap
        sx={{ flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1.5 }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1.25 }}>
            <Typography
              ref={heading}
              variant="h1"
              tabIndex={-1}
              sx={{ overflowWrap: 'anywhere', '&:focus': { outline: 'none' } }}
            >
              {title}
            </Typography>
            {mark}
          </Stack>
          {subtitle !== undefined && (
            <Typography component="div" color="text.secondary" sx={{ mt: 0.5 }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions !== undefined && (
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            {actions}
          </Stack>
        )}
      </Stack>
    </Box>
  );
}
