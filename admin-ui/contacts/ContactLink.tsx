import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router';

/** A link to a contact by name. */
export function ContactLink({ id, name }: { id: string; name: string }) {
  return (
    <MuiLink component={Link} to={`/contacts/${id}/show`}>
      {name}
    </MuiLink>
  );
}
