import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';

/** A link to an option by its number; `inText`: words stand around it, so that it is told apart by more than its colour. */
export function OptionLink({
  id,
  number,
  inText = false,
}: {
  id: string;
  number: number | null;
  inText?: boolean;
}) {
  const text = useText();
  return (
    <MuiLink component={Link} to={`/options/${id}/show`} underline={inText ? 'always' : 'hover'}>
      {number === null ? text('frame.common.see') : text('frame.page.option', { number })}
    </MuiLink>
  );
}
