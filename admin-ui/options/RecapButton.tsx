import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import { recapKind } from '../../rules/letters/recap-kind.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { OptionRecord } from './option-record.ts';

/** Opens the very document that is e-mailed to the contact, or would be, to be printed. */
export function RecapButton({ option }: { option: OptionRecord }) {
  const text = useText();
  const mayRead = useRight('letters.letters:read');
  if (!mayRead || recapKind(option.state) === null) return null;
  return (
    <Button
      variant="outlined"
      component="a"
      href={`/api/options/${option.id}/recap`}
      target="_blank"
      rel="noopener"
      startIcon={<PrintIcon />}
    >
      {text('options.show.recap')}
    </Button>
  );
}
