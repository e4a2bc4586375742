import ChevronIcon from '@mui/icons-material/ExpandMore';
import {
  Box,
  ButtonBase,
  Collapse,
  Divider,
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Tooltip,
} from '@mui/material';
import { useId } from 'react';
import { useStore } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { useText } from '../messages/use-text.ts';
import type { NavigationEntry, NavigationSection } from './navigation-entries.ts';
import { OrganisationSwitch } from './OrganisationSwitch.tsx';
import { isBelow, useNavigation } from './use-navigation.ts';

type NavigationProps = {
  onGo: () => void;
  /** Only the icons, their names as tooltips. */
  folded?: boolean;
};

function Entry({ entry, onGo, folded = false }: NavigationProps & { entry: NavigationEntry }) {
  const text = useText();
  const { pathname } = useLocation();
  const active = isBelow(pathname, entry);
  const Icon = entry.icon;
  const label = text(entry.label);
  return (
    <li>
      <Tooltip title={folded ? label : ''} placement="right">
        <ListItemButton
          component={Link}
          to={entry.to}
          selected={active}
          aria-current={active ? 'page' : undefined}
          aria-label={folded ? label : undefined}
          onClick={onGo}
          sx={{
            mx: 1,
            my: 0.125,
            px: 1.25,
            py: 0.25,
            minHeight: 34,
            borderRadius: 1.5,
            justifyContent: folded ? 'center' : 'flex-start',
            '&.Mui-selected': { color: 'primary.main' },
          }}
        >
          <ListItemIcon sx={{ minWidth: folded ? 0 : 34, color: active ? 'primary.main' : 'text.secondary' }}>
            <Icon fontSize="small" />
          </ListItemIcon>
          {!folded && (
            <ListItemText
              primary={label}
              slotProps={{ primary: { variant: 'body2', sx: { fontWeight: active ? 650 : 500 } } }}
            />
          )}
        </ListItemButton>
      </Tooltip>
    </li>
  );
}

/** Which sections a person has closed, kept from one visit to the next. */
function useClosed(id: NavigationSection['id']): [boolean, () => void] {
  const [closed, setClosed] = useStore<readonly string[]>('navigation.closed', []);
  const isClosed = closed.includes(id);
  return [isClosed, () => setClosed(isClosed ? closed.filter((each) => each !== id) : [...closed, id])];
}

function Section({ section, onGo }: NavigationProps & { section: NavigationSection }) {
  const text = useText();
  const headingId = useId();
  const listId = useId();
  const { pathname } = useLocation();
  const [closed, toggle] = useClosed(section.id);
  // the section one is in stays open: the mark of the page would be lost
  const open = !closed || section.entries.some((entry) => isBelow(pathname, entry));
  return (
    <Box>
      <Box component="h2" id={headingId} sx={{ m: 0, px: 1, pt: 0.75 }}>
        <ButtonBase
          aria-expanded={open}
          aria-controls={listId}
          onClick={toggle}
          sx={{
            width: '100%',
            justifyContent: 'space-between',
            px: 1.25,
            minHeight: 28,
            borderRadius: 1.5,
            typography: 'overline',
            color: 'text.secondary',
            '&:hover': { bgcolor: 'action.hover' },
          }}
        >
          {text(section.label)}
          <ChevronIcon
            sx={{ fontSize: 16, transform: open ? 'none' : 'rotate(-90deg)', transition: 'transform 150ms' }}
          />
        </ButtonBase>
      </Box>
      <Collapse in={open} id={listId}>
        <List dense disablePadding aria-labelledby={headingId}>
          {section.entries.map((entry) => (
            <Entry key={entry.to} entry={entry} onGo={onGo} />
          ))}
        </List>
      </Collapse>
    </Box>
  );
}

/** The menu: sections in the order of the work, only what the operator may read. */
export function Navigation({ onGo, folded = false }: NavigationProps) {
  const text = useText();
  const sections = useNavigation();
  return (
    <Box component="nav" aria-label={text('frame.nav.label')} sx={{ py: 1 }}>
      {!folded && <OrganisationSwitch />}
      {sections.map((section, index) =>
        folded ? (
          <Box key={section.id}>
            {index > 0 && <Divider sx={{ mx: 1.5, my: 0.75 }} />}
            <List dense disablePadding aria-label={text(section.label)}>
              {section.entries.map((entry) => (
                <Entry key={entry.to} entry={entry} onGo={onGo} folded />
              ))}
            </List>
          </Box>
        ) : (
          <Section key={section.id} section={section} onGo={onGo} />
        ),
      )}
    </Box>
  );
}
