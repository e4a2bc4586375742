import {
  Alert,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId } from 'react';
import { holdsStock } from '../../rules/options/life.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { lineName, type OptionLine, type OptionRecord } from './option-record.ts';
import { placedOn } from './place-form.ts';
import {
  boundLines,
  heldLines,
  namedLines,
  type ReleasedLines,
  reachKey,
  reachOf,
} from './released-lines.ts';

/** What tells a line from another of the same name: its performance, or who it is priced for. */
function useLineDetail(): (line: OptionLine) => string | null {
  const format = useFormat();
  return (line) =>
    line.productLineName === null || line.eventKind === 'article'
      ? line.audienceSubcategoryName
      : `${line.performanceName}, ${format.performance(line.startsAt, line.timeZone)}`;
}

/** Which lines of an option are given back, all unless some are chosen, and how far that reaches. */
export function ReleaseField({
  option,
  lineIds,
  missing,
  onChange,
}: {
  option: OptionRecord;
  lineIds: ReleasedLines;
  /** Lines were asked for and none is chosen. */
  missing: boolean;
  onChange: (lineIds: ReleasedLines) => void;
}) {
  const text = useText();
  const labelId = useId();
  const detailOf = useLineDetail();
  const held = heldLines(option);
  if (held.length < 2) return null;
  const chosen = lineIds ?? [];
  const reach = reachOf(option, lineIds);
  const bound = boundLines(option, namedLines(option, lineIds));
  return (
    <>
      <FormControl error={missing}>
        <FormLabel id={labelId}>{text('optionActs.release.which')}</FormLabel>
        <RadioGroup
          aria-labelledby={labelId}
          value={lineIds === null ? 'all' : 'some'}
          onChange={(_event, value) => onChange(value === 'all' ? null : [])}
        >
          <FormControlLabel value="all" control={<Radio />} label={text('optionActs.release.all')} />
          <FormControlLabel value="some" control={<Radio />} label={text('optionActs.release.some')} />
        </RadioGroup>
        {lineIds !== null && (
          <FormGroup sx={{ pl: 4 }}>
            {held.map((line) => (
              <FormControlLabel
                key={line.id}
                control={
                  <Checkbox
                    checked={chosen.includes(line.id)}
                    onChange={(_event, checked) =>
                      onChange(checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))
                    }
                  />
                }
                label={[
                  text('optionActs.release.line', { name: lineName(line), count: placedOn(line) }),
                  detailOf(line),
                ]
                  .filter((part) => part !== null)
                  .join(' – ')}
              />
            ))}
          </FormGroup>
        )}
        {missing && <FormHelperText sx={{ mx: 0 }}>{text('optionActs.release.missing')}</FormHelperText>}
      </FormControl>
      {chosen.length > 0 && (
        <Alert severity={reach.scope === 'part' ? 'info' : 'warning'} role="status">
          {text(reachKey(reach, holdsStock(option.state) === 'ordered'), {
            name: bound.map(lineName).join(', '),
          })}
        </Alert>
      )}
    </>
  );
}
