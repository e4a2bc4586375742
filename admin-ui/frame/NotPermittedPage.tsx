import { Alert } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** For a page the operator has no right to read. */
export function NotPermittedPage() {
  const text = useText();
  return <Alert severity="info">{text('frame.common.notPermitted')}</Alert>;
}
