import ClearIcon from '@mui/icons-material/Close';
import MoreIcon from '@mui/icons-material/ExpandLess';
import {
  Box,
  Button,
  IconButton,
  Menu,
  MenuItem,
  Paper,
  Tooltip,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useGetMany, useListContext } from 'react-admin';
import { rightFor } from '../../../rules/options/rights.ts';
import { useNow } from '../../frame/use-now.ts';
import { allWords } from '../../messages/i18n-provider.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useSession } from '../../provider/session.ts';
import type { OptionRow } from '../option-record.ts';
import { mostTogether } from '../together/together-preview.ts';
import { isDestructive } from '../verb-style.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { type BulkVerb, bulkRight, bulkVerbs, mostInBulk, previewOf } from './bulk-verbs.ts';
import { useBulkVerbName } from './use-bulk-verb-name.ts';

const TogetherDialog = lazy(async () => {
  const [{ TogetherDialog: dialog }] = await Promise.all([
    import('../together/TogetherDialog.tsx'),
    allWords(),
  ]);
  return { default: dialog };
});

type Choice = { verb: BulkVerb; name: string; possible: number };

function Verbs({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (verb: BulkVerb) => void }) {
  const text = useText();
  return choices.map(({ verb, name, possible }) => (
    <Button
      key={verb}
      size="small"
      variant={verb === 'place' || verb === 'validate' ? 'contained' : 'outlined'}
      color={isDestructive(verb === 'validate' ? 'confirm' : verb) ? 'error' : 'primary'}
      onClick={() => onChoose(verb)}
      sx={{ flex: 'none' }}
    >
      {text('bulk.verb', { verb: name, count: possible })}
    </Button>
  ));
}

/** The same verbs in a menu, for small widths. */
function VerbMenu({
  choices,
  onChoose,
  together,
  onTogether,
}: {
  choices: readonly Choice[];
  onChoose: (verb: BulkVerb) => void;
  /** Options that may be placed together. */
  together: number;
  onTogether: () => void;
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  return (
    <>
      <Button
        ref={anchor}
        variant="contained"
        endIcon={<MoreIcon />}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(true)}
      >
        {text('bulk.actions')}
      </Button>
      <Menu
        id={menuId}
        anchorEl={() => anchor.current}
        open={open}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      >
        {choices.map(({ verb, name, possible }) => (
          <MenuItem
            key={verb}
            onClick={() => {
              setOpen(false);
              onChoose(verb);
            }}
          >
            {text('bulk.verb', { verb: name, count: possible })}
          </MenuItem>
        ))}
        {together > 0 && (
          <MenuItem
            onClick={() => {
              setOpen(false);
              onTogether();
            }}
          >
            {text('bulk.together', { count: together })}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}

/** What may be done with the selection: each verb with the number of options that allow it. Absent without a selection. */
export function BulkBar() {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  const rights = useSession()?.rights ?? [];
  const nameOf = useBulkVerbName();
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const [placedTogether, setPlacedTogether] = useState<readonly string[] | null>(null);
  const { selectedIds = [], onSelect, onUnselectItems } = useListContext<OptionRow>();
  const { data = [] } = useGetMany<OptionRow>(
    'options',
    { ids: selectedIds.slice(0, mostInBulk) },
    { enabled: selectedIds.length > 0 },
  );
  const selected = data.filter((option) => option !== undefined);
  if (selectedIds.length === 0 && verb === null && placedTogether === null) return null;
  const tooMany = selectedIds.length > mostInBulk;
  const choices = bulkVerbs
    .filter((each) => rights.includes(bulkRight(each)))
    .map((each) => ({
      verb: each,
      name: nameOf(each),
      possible: tooMany
        ? 0
        : previewOf(selected, each, new Date(now).toISOString(), format.locale).possible.length,
    }));
  const possible = choices.filter((choice) => choice.possible > 0);
  const placeable = tooMany
    ? selectedIds.length
    : (choices.find((choice) => choice.verb === 'place')?.possible ?? 0);
  const together =
    rights.includes(rightFor('place')) && placeable > 1 && selectedIds.length <= mostTogether ? placeable : 0;
  const openTogether = () => setPlacedTogether(selectedIds);
  if (choices.length === 0) return null;
  return (
    <>
      <Paper
        component="section"
        elevation={6}
        aria-label={text('bulk.bar')}
        sx={{
          position: 'sticky',
          bottom: 8,
          zIndex: 2,
          mt: 1.5,
          px: 2,
          py: 1,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          border: 1,
          borderColor: 'primary.main',
        }}
      >
        <Typography role="status" sx={{ fontWeight: 650 }}>
          {text('bulk.selected', { smart_count: selectedIds.length })}
        </Typography>
        <Tooltip title={text('bulk.clear')}>
          <IconButton size="small" aria-label={text('bulk.clear')} onClick={() => onUnselectItems()}>
            <ClearIcon fontSize="small" />
          </IconButton>
        </Tooltip>
        {tooMany && (
          <Typography variant="body2" color="error" sx={{ flexBasis: '100%' }}>
            {text('bulk.tooMany', { max: mostInBulk })}
          </Typography>
        )}
        {!tooMany && possible.length === 0 && selected.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {text('bulk.nothing')}
          </Typography>
        )}
        <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {narrow && (possible.length > 0 || together > 0) && (
            <VerbMenu choices={possible} onChoose={setVerb} together={together} onTogether={openTogether} />
          )}
          {!narrow && together > 0 && (
            <Button size="small" variant="contained" onClick={openTogether} sx={{ flex: 'none' }}>
              {text('bulk.together', { count: together })}
            </Button>
          )}
          {!narrow && <Verbs choices={possible} onChoose={setVerb} />}
        </Box>
      </Paper>
      {placedTogether !== null && (
        <Suspense fallback={null}>
          <TogetherDialog
            ids={placedTogether}
            onClose={(left) => {
              setPlacedTogether(null);
              if (left !== null) onSelect([...left]);
            }}
          />
        </Suspense>
      )}
      {verb !== null && (
        <BulkDialog
          verb={verb}
          selected={selected}
          onClose={(failed) => {
            setVerb(null);
            if (failed !== null) onSelect([...failed]);
          }}
        />
      )}
    </>
  );
}
