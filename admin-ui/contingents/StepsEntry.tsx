import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, InputAdornment, Stack, TextField } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import type { ReleaseStep } from '../../rules/stock/release-steps.ts';
import { useText } from '../messages/use-text.ts';
import type { PlanRecord } from './plan-record.ts';

/** The usual steps, from which the next one is proposed. */
const usualDays = [30, 14, 7, 3, 1] as const;

function nextStep(steps: readonly ReleaseStep[]): ReleaseStep {
  const last = steps.at(-1);
  if (last === undefined) return { days: 30, keep: 40 };
  const days = usualDays.find((each) => each < last.days) ?? Math.max(0, last.days - 1);
  return { days, keep: Math.floor(last.keep / 2) };
}

function Whole(props: {
  label: string;
  value: number;
  max: number;
  unit: string;
  onChange(value: number): void;
}) {
  return (
    <TextField
      type="number"
      size="small"
      label={props.label}
      value={props.value}
      onChange={({ target }) => props.onChange(Math.max(0, Math.trunc(Number(target.value))))}
      slotProps={{
        htmlInput: { min: 0, max: props.max },
        input: { endAdornment: <InputAdornment position="end">{props.unit}</InputAdornment> },
      }}
      sx={{ flex: 1, minWidth: 0, maxWidth: 220 }}
    />
  );
}

/** The steps of a plan: so many days before, keep so many. */
export function StepsEntry() {
  const text = useText();
  const { setValue } = useFormContext<PlanRecord>();
  const steps = useWatch<PlanRecord, 'steps'>({ name: 'steps' }) ?? [];
  const unit = useWatch<PlanRecord, 'keepUnit'>({ name: 'keepUnit' }) ?? 'places';
  const set = (next: readonly ReleaseStep[]) => setValue('steps', [...next], { shouldDirty: true });
  const change = (at: number, step: ReleaseStep) =>
    set(steps.map((each, position) => (position === at ? step : each)));
  return (
    <Box role="group" aria-label={text('contingents.plan.steps')}>
      <Stack spacing={1.5}>
        {steps.map((step, at) => (
          <Stack
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own, and none is reordered
            key={at}
            direction="row"
            spacing={1}
            role="group"
            aria-label={text('contingents.plan.step', { number: at + 1 })}
          >
            <Whole
              label={text('contingents.plan.days')}
              value={step.days}
              max={366}
              unit={text('settings.common.daysUnit')}
              onChange={(days) => change(at, { ...step, days })}
            />
            <Whole
              label={text('contingents.plan.keep')}
              value={step.keep}
              max={unit === 'percent' ? 100 : 1_000_000}
              unit={text(`contingents.unit.${unit}`)}
              onChange={(keep) => change(at, { ...step, keep })}
            />
            <IconButton
              aria-label={text('contingents.plan.removeStep', { number: at + 1 })}
              onClick={() => set(steps.filter((_step, position) => position !== at))}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </Stack>
        ))}
      </Stack>
      <Button
        startIcon={<AddIcon />}
        disabled={steps.length >= 12}
        onClick={() => set([...steps, nextStep(steps)])}
        sx={{ mt: 1.5 }}
      >
        {text('contingents.plan.addStep')}
      </Button>
    </Box>
  );
}
