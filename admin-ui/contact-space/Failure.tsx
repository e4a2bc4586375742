import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { problemOf } from '../provider/problem.ts';
import { useWords } from './words/use-words.ts';

/** Why something did not work, in the reader's words, and the way to try again. */
export function Failure({ failure, again }: { failure: unknown; again?: () => void }) {
  const { words } = useWords();
  const { status, title, detail, reasons, errors } = problemOf(failure);
  const retry = again && (
    <Button color="inherit" onClick={again}>
      {words.retry}
    </Button>
  );
  if (status <= 0) {
    return (
      <Alert severity="error" action={retry}>
        {status === 0 ? words.network : words.unexpected}
      </Alert>
    );
  }
  const said = [...reasons, ...errors].flatMap(({ message }) => message ?? []);
  return (
    <Alert severity="error" action={retry}>
      {title !== null && <AlertTitle>{title}</AlertTitle>}
      {said.length === 0 ? (detail ?? words.unexpected) : null}
      {said.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}
