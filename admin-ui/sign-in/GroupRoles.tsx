import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { useSession } from '../provider/session.ts';

/** A line while it is typed: `key` names it on screen. */
export type GroupLine = { key: string; group: string; roleId: string; organisationId: string };

type LineProps = {
  line: GroupLine;
  position: number;
  roles: readonly SettingRecord[];
  readOnly: boolean;
  onChange: (line: GroupLine) => void;
  onRemove: () => void;
};

function Line({ line, position, roles, readOnly, onChange, onRemove }: LineProps) {
  const text = useText();
  const nameText = useNameText();
  const organisations = useSession()?.organisations ?? [];
  const grow = { flex: '1 1 180px', minWidth: 0 };
  return (
    <Stack component="li" direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <TextField
        label={text('account.settings.group')}
        value={line.group}
        disabled={readOnly}
        onChange={(event) => onChange({ ...line, group: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        sx={grow}
      />
      <TextField
        select
        label={text('account.settings.role')}
        value={roles.some(({ id }) => id === line.roleId) ? line.roleId : ''}
        disabled={readOnly}
        onChange={(event) => onChange({ ...line, roleId: event.target.value })}
        sx={grow}
      >
        {roles.map((role) => (
          <MenuItem key={role.id} value={role.id}>
            {nameText(role)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={text('account.settings.organisation')}
        value={line.organisationId}
        disabled={readOnly}
        onChange={(event) => onChange({ ...line, organisationId: event.target.value })}
        sx={grow}
      >
        {organisations.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {!readOnly && (
        <IconButton aria-label={text('account.settings.removeGroup', { position })} onClick={onRemove}>
          <RemoveIcon />
        </IconButton>
      )}
    </Stack>
  );
}

/** Which group of the issuer gives which role where, line by line. */
export function GroupRoles({
  lines,
  roles,
  readOnly,
  onChange,
}: {
  lines: readonly GroupLine[];
  roles: readonly SettingRecord[];
  readOnly: boolean;
  onChange: (lines: readonly GroupLine[]) => void;
}) {
  const text = useText();
  const organisationId = useSession()?.organisations[0]?.id ?? '';
  const add = () => onChange([...lines, { key: crypto.randomUUID(), group: '', roleId: '', organisationId }]);
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      <Typography variant="body2" color="text.secondary">
        {text('account.settings.groupsHelp')}
      </Typography>
      {lines.length === 0 ? (
        <Typography>{text('account.settings.noGroups')}</Typography>
      ) : (
        <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, width: '100%', listStyle: 'none' }}>
          {lines.map((line, index) => (
            <Line
              key={line.key}
              line={line}
              position={index + 1}
              roles={roles}
              readOnly={readOnly}
              onChange={(next) => onChange(lines.map((one) => (one.key === next.key ? next : one)))}
              onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
            />
          ))}
        </Stack>
      )}
      {!readOnly && (
        <Button startIcon={<AddIcon />} onClick={add}>
          {text('account.settings.addGroup')}
        </Button>
      )}
    </Stack>
  );
}
