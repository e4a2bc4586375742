import { Alert, AlertTitle, Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import { PageHeader } from './PageHeader.tsx';

/** Starting over also fetches the parts of a console that was renewed on the server meanwhile. */
function Failed() {
  const text = useText();
  return (
    <>
      <PageHeader title={text('frame.failure.load')} />
      <Alert
        severity="error"
        action={
          <Button color="inherit" size="small" onClick={() => window.location.reload()}>
            {text('frame.common.retry')}
          </Button>
        }
      >
        <AlertTitle>{text('frame.failure.load')}</AlertTitle>
        {text('frame.failure.unexpected')}
      </Alert>
    </>
  );
}

type Props = { place: string; children: ReactNode };
type State = { failedAt: string | null };

/** Keeps a broken page from taking the frame with it; another page is given its own chance. */
export class FailureBoundary extends Component<Props, State> {
  override state: State = { failedAt: null };

  static getDerivedStateFromError(): State {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override componentDidUpdate(): void {
    const { failedAt } = this.state;
    if (failedAt !== null && failedAt !== '' && failedAt !== this.props.place)
      this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <Failed />;
  }
}
