import { Alert, AlertTitle, Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';

function Failed({ onRetry }: { onRetry: () => void }) {
  const text = useText();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {text('frame.common.retry')}
        </Button>
      }
    >
      <AlertTitle>{text('frame.failure.load')}</AlertTitle>
      {text('frame.failure.unexpected')}
    </Alert>
  );
}

type State = { failed: boolean };

/** Keeps a broken page from taking the frame with it, and offers to try again. */
export class FailureBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Failed onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}
