import AddIcon from '@mui/icons-material/Add';
import AddGroupIcon from '@mui/icons-material/AddBoxOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import {
  Autocomplete,
  Box,
  Button,
  FormControlLabel,
  IconButton,
  MenuItem,
  Switch,
  TextField,
  Tooltip,
} from '@mui/material';
import { alpha } from '@mui/material/styles';
import { useMemo } from 'react';
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type FieldSelectorProps,
  type FullCombinator,
  type FullField,
  type FullOperator,
  type NotToggleProps,
  type OperatorSelectorProps,
  QueryBuilder,
  type ValueEditorProps,
} from 'react-querybuilder';
import {
  factLabel,
  managedFacts,
  saidOperator,
  tellFactValue,
} from '../../../rules/authorisation/fact-words.ts';
import { type FactValue, factDefinitions, isFactName } from '../../../rules/authorisation/facts.ts';
import { type RuleOperator, ruleOperators } from '../../../rules/authorisation/rule.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { fitted, type QueryGroup } from './rule-query.ts';

/** What a fact can be compared by: order is for numbers. */
function operatorsOf(field: string): readonly RuleOperator[] {
  if (isFactName(field) && factDefinitions[field].type === 'number') return ruleOperators;
  return ruleOperators.filter((operator) => ['equal', 'notEqual', 'in', 'notIn'].includes(operator));
}

function isListed(operator: string): boolean {
  return operator === 'in' || operator === 'notIn';
}

/** A first value that fits a fact. */
function firstValue(field: string, operator: string): FactValue | FactValue[] {
  const one = firstOf(field);
  return isListed(operator) ? [one].filter((value) => value !== '') : one;
}

function firstOf(field: string): FactValue {
  if (!isFactName(field)) return '';
  const definition = factDefinitions[field];
  if ('choices' in definition) return definition.choices[0];
  if (definition.type === 'number') return 0;
  return definition.type === 'boolean' ? true : '';
}

function choicesOf(field: string): readonly FactValue[] | null {
  if (!isFactName(field)) return null;
  if (field === 'structure.acceptance') return ['pending', 'accepted', 'refused', 'suspended'];
  const definition = factDefinitions[field];
  if ('choices' in definition) return definition.choices;
  return definition.type === 'boolean' ? [true, false] : null;
}

function ChosenFact({ value, handleOnChange }: FieldSelectorProps) {
  const text = useText();
  const { locale } = useFormat();
  return (
    <TextField
      select
      size="small"
      label={text('studio.builder.fact')}
      value={value ?? ''}
      onChange={(event) => handleOnChange(event.target.value)}
      sx={{ minWidth: 190, flex: '2 1 200px' }}
    >
      {managedFacts.map((fact) => (
        <MenuItem key={fact} value={fact}>
          {factLabel(locale, fact)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ChosenOperator({ value, handleOnChange, field }: OperatorSelectorProps) {
  const text = useText();
  const { locale } = useFormat();
  const told = (operator: RuleOperator) =>
    isListed(operator)
      ? text(`studio.builder.${operator === 'in' ? 'in' : 'notIn'}`)
      : saidOperator(locale, operator);
  return (
    <TextField
      select
      size="small"
      label={text('studio.builder.operator')}
      value={value ?? ''}
      onChange={(event) => handleOnChange(event.target.value)}
      sx={{ minWidth: 120, flex: '1 1 130px' }}
    >
      {operatorsOf(field).map((operator) => (
        <MenuItem key={operator} value={operator}>
          {told(operator)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function asNumber(typed: string): FactValue {
  const number = Number(typed.replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(number) ? '' : number;
}

function EnteredValue({ field, operator, value, handleOnChange }: ValueEditorProps) {
  const text = useText();
  const { locale } = useFormat();
  const label = text('studio.builder.value');
  const choices = choicesOf(field);
  const isNumber = isFactName(field) && factDefinitions[field].type === 'number';
  const told = (each: FactValue) => (isFactName(field) ? tellFactValue(locale, field, each) : String(each));
  const flex = { minWidth: 130, flex: '1 1 140px' };
  if (isListed(operator)) {
    const values: FactValue[] = Array.isArray(value) ? value : [];
    return (
      <Autocomplete<FactValue, true, false, boolean>
        multiple
        freeSolo={choices === null}
        options={choices ?? []}
        value={values}
        getOptionLabel={(each) => (choices === null ? String(each) : told(each))}
        onChange={(_event, chosen) => {
          handleOnChange(
            chosen.map((each) => (isNumber && typeof each === 'string' ? asNumber(each) : each)),
          );
        }}
        renderInput={(params) => <TextField {...params} size="small" label={label} />}
        sx={flex}
      />
    );
  }
  if (choices !== null) {
    return (
      <TextField
        select
        size="small"
        label={label}
        value={choices.indexOf(value)}
        onChange={(event) => handleOnChange(choices[Number(event.target.value)])}
        sx={flex}
      >
        {choices.map((choice, at) => (
          <MenuItem key={String(choice)} value={at}>
            {told(choice)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <TextField
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => handleOnChange(isNumber ? asNumber(event.target.value) : event.target.value)}
      slotProps={{ htmlInput: isNumber ? { inputMode: 'numeric' } : {} }}
      sx={flex}
    />
  );
}

function ChosenCombinator({ value, handleOnChange }: CombinatorSelectorProps) {
  const text = useText();
  return (
    <TextField
      select
      size="small"
      label={text('studio.builder.combinator')}
      value={value ?? 'and'}
      onChange={(event) => handleOnChange(event.target.value)}
      sx={{ minWidth: 190 }}
    >
      <MenuItem value="and">{text('studio.builder.and')}</MenuItem>
      <MenuItem value="or">{text('studio.builder.or')}</MenuItem>
    </TextField>
  );
}

function Negated({ checked, handleOnChange }: NotToggleProps) {
  const text = useText();
  return (
    <FormControlLabel
      control={<Switch checked={checked ?? false} onChange={(_event, on) => handleOnChange(on)} />}
      label={text('studio.builder.not')}
      sx={{ mr: 0 }}
    />
  );
}

function AddRule({ handleOnClick }: ActionProps) {
  const text = useText();
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={(event) => handleOnClick(event)}>
      {text('studio.builder.addCondition')}
    </Button>
  );
}

function AddGroup({ handleOnClick, level }: ActionProps) {
  const text = useText();
  if (level >= 4) return null;
  return (
    <Button size="small" startIcon={<AddGroupIcon />} onClick={(event) => handleOnClick(event)}>
      {text('studio.builder.addGroup')}
    </Button>
  );
}

function Remove({ handleOnClick, path }: ActionProps) {
  const text = useText();
  const label = text('studio.builder.remove', { place: path.map((step) => step + 1).join('.') });
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={(event) => handleOnClick(event)}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

const controlElements = {
  fieldSelector: ChosenFact,
  operatorSelector: ChosenOperator,
  valueEditor: EnteredValue,
  combinatorSelector: ChosenCombinator,
  notToggle: Negated,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: Remove,
  removeGroupAction: Remove,
};

const fields = managedFacts.map((name) => ({ name, label: name }));

/** Conditions of a rule, put together from facts, comparisons and values. */
export function ConditionsBuilder({
  query,
  onChange,
}: {
  query: QueryGroup;
  onChange: (query: QueryGroup) => void;
}) {
  const text = useText();
  const operators = useMemo(() => ruleOperators.map((name) => ({ name, label: name })), []);
  return (
    <Box
      role="group"
      aria-label={text('studio.builder.title')}
      sx={(theme) => ({
        '& .ruleGroup': {
          display: 'flex',
          flexDirection: 'column',
          gap: 1.25,
          p: { xs: 1, sm: 1.5 },
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
          backgroundColor: alpha(theme.palette.primary.main, 0.04),
        },
        '& .ruleGroup-header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 },
        '& .ruleGroup-body': { display: 'flex', flexDirection: 'column', gap: 1.25 },
        '& .rule': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 },
      })}
    >
      <QueryBuilder<QueryGroup, FullField, FullOperator, FullCombinator>
        query={query}
        onQueryChange={(changed) => onChange(fitted(changed))}
        fields={fields}
        operators={operators}
        getOperators={(field) => operatorsOf(field).map((name) => ({ name, label: name }))}
        getDefaultOperator={(field) => (operatorsOf(field).includes('greaterThan') ? 'greaterThan' : 'equal')}
        getDefaultValue={({ field, operator }) => firstValue(field, operator)}
        resetOnFieldChange
        resetOnOperatorChange={false}
        listsAsArrays
        showNotToggle
        addRuleToNewGroups
        controlElements={controlElements}
      />
    </Box>
  );
}
