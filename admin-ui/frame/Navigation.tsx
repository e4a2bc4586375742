import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { Link, useLocation } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { useSession } from '../provider/session.ts';
import { type NavigationEntry, navigationSections } from './navigation-entries.ts';
import { OrganisationSwitch } from './OrganisationSwitch.tsx';

function Entry({ entry, onGo }: { entry: NavigationEntry; onGo: () => void }) {
  const text = useText();
  const { pathname } = useLocation();
  const active = pathname === entry.to || pathname.startsWith(`${entry.to}/`);
  const Icon = entry.icon;
  return (
    <li>
      <ListItemButton
        component={Link}
        to={entry.to}
        selected={active}
        aria-current={active ? 'page' : undefined}
        onClick={onGo}
        sx={{
          mx: 1,
          my: 0.25,
          px: 1.25,
          py: 0.75,
          borderRadius: 1.5,
          '&.Mui-selected': { color: 'primary.main' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 34, color: active ? 'primary.main' : 'text.secondary' }}>
          <Icon fontSize="small" />
        </ListItemIcon>
        <ListItemText
          primary={text(entry.label)}
          slotProps={{ primary: { variant: 'body2', sx: { fontWeight: active ? 650 : 500 } } }}
        />
      </ListItemButton>
    </li>
  );
}

/** The menu: sections in the order of the work, only what the operator may read. */
export function Navigation({ onGo }: { onGo: () => void }) {
  const text = useText();
  const session = useSession();
  const rights = session?.rights ?? [];
  const sections = navigationSections
    .map((section) => ({
      ...section,
      entries: section.entries.filter((entry) => entry.rights.every((right) => rights.includes(right))),
    }))
    .filter((section) => section.entries.length > 0);
  return (
    <Box component="nav" aria-label={text('frame.nav.label')} sx={{ py: 1.5 }}>
      <OrganisationSwitch />
      {sections.map((section) => (
        <Box key={section.label}>
          <Typography
            component="h2"
            id={section.label}
            sx={{ typography: 'overline', color: 'text.secondary', px: 2.25, pt: 1.5 }}
          >
            {text(section.label)}
          </Typography>
          <List dense disablePadding aria-labelledby={section.label}>
            {section.entries.map((entry) => (
              <Entry key={entry.to} entry={entry} onGo={onGo} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
