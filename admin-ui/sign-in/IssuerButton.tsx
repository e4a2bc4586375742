import { Button, Divider, Typography } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import { issuerPath, useIssuer } from './use-issuer.ts';

/** The way in by the issuer's word, where there is one. */
export function IssuerButton() {
  const text = useText();
  const issuer = useIssuer();
  if (issuer === null) return null;
  return (
    <>
      <Divider>
        <Typography variant="body2" color="text.secondary">
          {text('frame.signIn.or')}
        </Typography>
      </Divider>
      <Button href={issuerPath} variant="outlined" size="large">
        {text('frame.signIn.with', { name: issuer.name })}
      </Button>
    </>
  );
}
