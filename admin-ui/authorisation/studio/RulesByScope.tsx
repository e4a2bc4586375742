import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import { type ManagedScope, managedScopes } from '../../../rules/authorisation/managed-rule.ts';
import { ruleSentence } from '../../../rules/authorisation/rule-sentence.ts';
import { ToneChip } from '../../frame/ToneChip.tsx';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { RuleRow } from './rule-set-record.ts';

/** The rules of a version by what they are bound to, each with what it means. */
export function RulesByScope({
  rules,
  onEdit,
  onRemove,
}: {
  rules: readonly RuleRow[];
  onEdit?: (rule: RuleRow) => void;
  onRemove?: (rule: RuleRow) => void;
}) {
  const text = useText();
  const scopes = managedScopes.filter((scope) => rules.some((rule) => rule.scope === scope));
  if (scopes.length === 0) return <Typography color="text.secondary">{text('studio.rules.none')}</Typography>;
  return (
    <Stack spacing={2.5}>
      {scopes.map((scope) => (
        <OfScope
          key={scope}
          scope={scope}
          rules={rules.filter((rule) => rule.scope === scope)}
          {...(onEdit === undefined ? {} : { onEdit })}
          {...(onRemove === undefined ? {} : { onRemove })}
        />
      ))}
    </Stack>
  );
}

function OfScope({
  scope,
  rules,
  onEdit,
  onRemove,
}: {
  scope: ManagedScope;
  rules: readonly RuleRow[];
  onEdit?: (rule: RuleRow) => void;
  onRemove?: (rule: RuleRow) => void;
}) {
  const text = useText();
  const { locale } = useFormat();
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {text(`studio.scope.${scope}`)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {rules.map((rule) => (
          <Stack
            key={rule.code}
            component="li"
            direction="row"
            sx={{ gap: 1, alignItems: 'flex-start', justifyContent: 'space-between' }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{rule.name}</Typography>
                <ToneChip
                  label={text(`studio.outcome.${rule.outcome}`)}
                  tone={rule.outcome === 'refuse' ? 'error' : 'warning'}
                />
              </Stack>
              <Typography color="text.secondary">{ruleSentence(locale, rule, rule.scopeName)}</Typography>
            </Box>
            <Stack direction="row">
              {onEdit !== undefined && (
                <IconButton
                  aria-label={text('studio.rules.edit', { name: rule.name })}
                  onClick={() => onEdit(rule)}
                >
                  <EditIcon fontSize="small" />
                </IconButton>
              )}
              {onRemove !== undefined && (
                <IconButton
                  aria-label={text('studio.rules.remove', { name: rule.name })}
                  onClick={() => onRemove(rule)}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              )}
            </Stack>
          </Stack>
        ))}
      </Box>
    </Box>
  );
}
