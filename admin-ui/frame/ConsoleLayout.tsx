import { Box, Drawer, Link } from '@mui/material';
import { type ReactNode, Suspense, useState } from 'react';
import type { CoreLayoutProps } from 'react-admin';
import { useLocation } from 'react-router';
import { MailHoldBanner } from '../mail-hold/MailHoldBanner.tsx';
import { useText } from '../messages/use-text.ts';
import { FailureBoundary } from './FailureBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { TopBar } from './TopBar.tsx';

const sidebarWidth = 232;

function SkipLink() {
  const text = useText();
  return (
    <Link
      href="#main-content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{
        position: 'absolute',
        left: 8,
        top: -80,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'background.paper',
        boxShadow: 3,
        '&:focus': { top: 8 },
      }}
    >
      {text('frame.skip')}
    </Link>
  );
}

function Main({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Box
      component="main"
      id="main-content"
      tabIndex={-1}
      sx={{
        flex: 1,
        minWidth: 0,
        maxWidth: 1680,
        mx: 'auto',
        px: { xs: 2, md: 2.5, xl: 4 },
        pt: { xs: 2, md: 2.5 },
        pb: 6,
        '&:focus': { outline: 'none' },
      }}
    >
      <MailHoldBanner />
      <FailureBoundary place={pathname}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </FailureBoundary>
    </Box>
  );
}

/** The frame of every page: bar on top, menu on the left (a drawer at small widths), the page. */
export function ConsoleLayout({ children }: CoreLayoutProps) {
  const [menuOpen, setMenuOpen] = useState(false);
  const close = () => setMenuOpen(false);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <SkipLink />
      <TopBar onMenu={() => setMenuOpen(true)} />
      <Box sx={{ display: 'flex', flex: 1 }}>
        <Box
          sx={{
            display: { xs: 'none', md: 'block' },
            width: sidebarWidth,
            flex: 'none',
            bgcolor: 'background.paper',
            borderRight: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ position: 'sticky', top: 52, maxHeight: 'calc(100vh - 52px)', overflowY: 'auto' }}>
            <Navigation onGo={close} />
          </Box>
        </Box>
        <Drawer
          open={menuOpen}
          onClose={close}
          sx={{ display: { md: 'none' } }}
          slotProps={{ paper: { sx: { width: 288 } } }}
        >
          <Navigation onGo={close} />
        </Drawer>
        <Main>{children}</Main>
      </Box>
    </Box>
  );
}
