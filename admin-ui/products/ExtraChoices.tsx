import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Button, IconButton, MenuItem, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { hasExtraChoices } from '../../rules/options/product-lines.ts';
import { useText } from '../messages/use-text.ts';
import type { ExtraChoiceForm, RequestableLine } from '../product-options/product-request.ts';
import { LineChoice } from './LineChoice.tsx';
import type { ProductRecord } from './product-record.ts';

function Choice(props: {
  choice: ExtraChoiceForm;
  at: number;
  lines: readonly RequestableLine[];
  taken: readonly string[];
  most: number;
  onChange: (choice: ExtraChoiceForm) => void;
  onRemove: () => void;
}) {
  const text = useText();
  const { choice, at, lines, most } = props;
  const name = text('products.option.extra', { rank: at + 1 });
  const line = lines.find(({ id }) => id === choice.productLineId);
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={1}
      role="group"
      aria-label={name}
      sx={{ alignItems: { sm: 'center' } }}
    >
      {lines.length > 1 && (
        <TextField
          select
          size="small"
          label={`${text('products.option.extraOf')} – ${name}`}
          value={choice.productLineId}
          onChange={({ target }) =>
            props.onChange({ ...choice, productLineId: target.value, performanceId: null })
          }
          sx={{ minWidth: { sm: 170 } }}
        >
          {lines.map(({ id, name: of }) => (
            <MenuItem key={id} value={id}>
              {of}
            </MenuItem>
          ))}
        </TextField>
      )}
      {line !== undefined && (
        <LineChoice
          line={{ ...line, name }}
          value={choice.performanceId}
          except={props.taken}
          onChange={(performanceId) => props.onChange({ ...choice, performanceId })}
        />
      )}
      <TextField
        type="number"
        size="small"
        label={`${text('products.quantity')} – ${name}`}
        value={choice.quantity}
        onChange={({ target }) =>
          props.onChange({
            ...choice,
            quantity: Math.min(most, Math.max(1, Math.trunc(Number(target.value)))),
          })
        }
        slotProps={{ htmlInput: { min: 1, max: most } }}
        sx={{ minWidth: { sm: 120 } }}
      />
      <Tooltip title={text('products.option.extraRemove')}>
        <IconButton
          aria-label={`${text('products.option.extraRemove')} – ${name}`}
          onClick={props.onRemove}
          sx={{ alignSelf: 'flex-end' }}
        >
          <RemoveIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

/**
 * Choices of a season ticket beyond what it is made of: lines that are taken once more, at performances that are not taken
 * yet. Nothing for other products.
 */
export function ExtraChoices(props: {
  product: ProductRecord;
  lines: readonly RequestableLine[];
  /** What is taken already: a line, at a performance. */
  taken: readonly { productLineId: string; performanceId: string | null }[];
  /** The most places of a line. */
  mostOf: (line: RequestableLine) => number;
  choices: readonly ExtraChoiceForm[];
  onChange: (choices: readonly ExtraChoiceForm[]) => void;
}) {
  const text = useText();
  const { product, taken, mostOf, choices, onChange } = props;
  const lines = props.lines.filter(
    (line) =>
      hasExtraChoices(product.kind, line) && taken.some(({ productLineId }) => productLineId === line.id),
  );
  const [first] = lines;
  if (first === undefined) return null;
  const most = (productLineId: string) => mostOf(lines.find(({ id }) => id === productLineId) ?? first);
  const takenBeside = (productLineId: string, at: number) =>
    [...taken, ...choices.filter((_choice, other) => other !== at)].flatMap((each) =>
      each.productLineId === productLineId ? (each.performanceId ?? []) : [],
    );
  return (
    <Stack spacing={1.5}>
      {choices.length > 0 && (
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {text('products.option.extras')}
        </Typography>
      )}
      {choices.map((choice, at) => (
        <Choice
          // biome-ignore lint/suspicious/noArrayIndexKey: choices have no other name until they are kept
          key={at}
          choice={choice}
          at={at}
          lines={lines}
          taken={takenBeside(choice.productLineId, at)}
          most={most(choice.productLineId)}
          onChange={(next) => onChange(choices.map((each, other) => (other === at ? next : each)))}
          onRemove={() => onChange(choices.filter((_each, other) => other !== at))}
        />
      ))}
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={() =>
          onChange([...choices, { productLineId: first.id, performanceId: null, quantity: mostOf(first) }])
        }
        sx={{ alignSelf: 'flex-start' }}
      >
        {text('products.option.extraAdd')}
      </Button>
    </Stack>
  );
}
