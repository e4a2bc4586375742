import FoldIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import { Box, IconButton, Link, Tooltip } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type CoreLayoutProps, useStore } from 'react-admin';
import { useLocation } from 'react-router';
import { MailHoldBanner } from '../mail-hold/MailHoldBanner.tsx';
import { useText } from '../messages/use-text.ts';
import { SearchDoor } from '../search/SearchDoor.tsx';
import { FailureBoundary } from './FailureBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { TopBar } from './TopBar.tsx';
import { useAnswersInLanguage } from './use-answers-in-language.ts';

const MenuDrawer = lazy(async () => ({ default: (await import('./MenuDrawer.tsx')).MenuDrawer }));

const widths = { open: 240, folded: 60 } as const;
const barHeight = 52;

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

/** The menu at the side: folded to its icons on request, and remembered so. */
function SideMenu({ onGo }: { onGo: () => void }) {
  const text = useText();
  const [folded, setFolded] = useStore('navigation.folded', false);
  const label = text(folded ? 'frame.nav.unfold' : 'frame.nav.fold');
  return (
    <Box
      sx={{
        display: { xs: 'none', md: 'block' },
        width: folded ? widths.folded : widths.open,
        flex: 'none',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        sx={{
          position: 'sticky',
          top: barHeight,
          height: `calc(100vh - ${barHeight}px)`,
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <Box sx={{ flex: 1, overflowY: 'auto', overflowX: 'hidden' }}>
          <Navigation onGo={onGo} folded={folded} />
        </Box>
        <Box sx={{ p: 1, borderTop: 1, borderColor: 'divider', textAlign: folded ? 'center' : 'right' }}>
          <Tooltip title={label} placement="right">
            <IconButton
              size="small"
              aria-label={label}
              aria-expanded={!folded}
              onClick={() => setFolded(!folded)}
            >
              <FoldIcon fontSize="small" sx={{ transform: folded ? 'rotate(180deg)' : 'none' }} />
            </IconButton>
          </Tooltip>
        </Box>
      </Box>
    </Box>
  );
}

/** The frame of every page: bar on top, menu on the left (a drawer at small widths), the page; search and keys. */
export function ConsoleLayout({ children }: CoreLayoutProps) {
  useAnswersInLanguage();
  const [menuOpen, setMenuOpen] = useState(false);
  const [menuSeen, setMenuSeen] = useState(false);
  const close = () => setMenuOpen(false);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <SkipLink />
      <TopBar
        onMenu={() => {
          setMenuSeen(true);
          setMenuOpen(true);
        }}
      />
      <Box sx={{ display: 'flex', flex: 1 }}>
        <SideMenu onGo={close} />
        {menuSeen && (
          <Suspense fallback={null}>
            <MenuDrawer open={menuOpen} onClose={close} />
          </Suspense>
        )}
        <Main>{children}</Main>
      </Box>
      <SearchDoor />
    </Box>
  );
}
