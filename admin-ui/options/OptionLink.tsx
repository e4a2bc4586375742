import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';

/** A link to an option by its number. */
export function OptionLink({ id, number }: { id: string; number: number | null }) {
  const text = useText();
  return (
    <MuiLink component={Link} to={`/options/${id}/show`}>
      {number === null ? text('frame.common.see') : text('frame.page.option', { number })}
    </MuiLink>
  );
}
