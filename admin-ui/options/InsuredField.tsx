import { Checkbox, FormControl, FormControlLabel, FormHelperText } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** Whether the order a validation makes is insured, and what that means. */
export function InsuredField({
  insured,
  onChange,
}: {
  insured: boolean;
  onChange: (insured: boolean) => void;
}) {
  const text = useText();
  return (
    <FormControl>
      <FormControlLabel
        control={<Checkbox checked={insured} onChange={(_event, checked) => onChange(checked)} />}
        label={text('optionActs.insured.label')}
      />
      <FormHelperText sx={{ mx: 0 }}>{text('optionActs.insured.help')}</FormHelperText>
    </FormControl>
  );
}
