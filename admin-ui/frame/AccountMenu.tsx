import SecurityIcon from '@mui/icons-material/GppGoodOutlined';
import SignOutIcon from '@mui/icons-material/Logout';
import { Avatar, Box, Divider, IconButton, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useLogout } from 'react-admin';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { AppearanceItems } from '../preferences/AppearanceItems.tsx';
import { useSession } from '../provider/session.ts';

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
}

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const text = useText();
  const session = useSession();
  const logout = useLogout();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (session === undefined) return null;
  const { name, email } = session.operator;
  return (
    <>
      <IconButton
        aria-label={text('frame.user.menu', { name, initials: initialsOf(name) })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.5 }}
      >
        <Avatar
          sx={{
            width: 32,
            height: 32,
            fontSize: 13,
            fontWeight: 650,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
          }}
        >
          {initialsOf(name)}
        </Avatar>
      </IconButton>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box sx={{ px: 2, pb: 1 }}>
          <Typography variant="subtitle2">{name}</Typography>
          <Typography variant="body2" color="text.secondary">
            {email}
          </Typography>
          {session.organisation !== null && (
            <Typography variant="body2" color="text.secondary">
              {session.organisation.name}
            </Typography>
          )}
        </Box>
        <Divider sx={{ mb: 1 }} />
        <AppearanceItems />
        <MenuItem component={Link} to="/account" onClick={() => setAnchor(null)}>
          <ListItemIcon>
            <SecurityIcon fontSize="small" />
          </ListItemIcon>
          {text('frame.page.account')}
        </MenuItem>
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <SignOutIcon fontSize="small" />
          </ListItemIcon>
          {text('frame.user.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
