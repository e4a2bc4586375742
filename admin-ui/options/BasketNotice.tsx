import { Alert, Button } from '@mui/material';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';

/** Says that the option is in a basket with its order, and leads there. */
export function BasketNotice({ basketId }: { basketId: string }) {
  const text = useText();
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button component={Link} to={`/baskets/${basketId}/show`} color="inherit" size="small">
          {text('optionActs.basket.see')}
        </Button>
      }
    >
      {text('optionActs.basket.notice')}
    </Alert>
  );
}
