import { Alert } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import { PageHeader } from './PageHeader.tsx';

/** For a page the operator has no right to read. */
export function NotPermittedPage() {
  const text = useText();
  return (
    <>
      <PageHeader title={text('frame.common.notPermittedTitle')} />
      <Alert severity="info">{text('frame.common.notPermitted')}</Alert>
    </>
  );
}
