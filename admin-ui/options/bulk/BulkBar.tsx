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
import { useListContext } from 'react-admin';
import { rightFor } from '../../../rules/options/rights.ts';
import { allWords } from '../../messages/i18n-provider.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import type { OptionRow } from '../option-record.ts';
import { mostTogether } from '../together/together-preview.ts';
import { isDestructive } from '../verb-style.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { type BulkVerb, mostInRun } from './bulk-verbs.ts';
import { LargeBulkDialog } from './LargeBulkDialog.tsx';
import { type Choice, useChoices } from './use-choices.ts';
import { useEveryId } from './use-every-id.ts';
import { useListKind } from './use-list-kind.ts';
import { useNarrowSelection } from './use-narrow-selection.ts';

const TogetherDialog = lazy(async () => {
  const [{ TogetherDialog: dialog }] = await Promise.all([
    import('../together/TogetherDialog.tsx'),
    allWords(),
  ]);
  return { default: dialog };
});

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

/** Selects every option the list has found, once its page is selected. */
function SelectAll() {
  const text = useText();
  const { selectedIds = [], data = [], total = 0 } = useListContext<OptionRow>();
  const every = useEveryId();
  const pageChosen = data.length > 0 && data.every(({ id }) => selectedIds.includes(id));
  if (!pageChosen || selectedIds.length >= every.found || total <= data.length) return null;
  return (
    <Button size="small" loading={every.isPending} onClick={() => void every.selectAll()}>
      {text('bulk.selectAll', { smart_count: every.found })}
    </Button>
  );
}

/** What may be done with the selection: each verb with the number of options that allow it. Absent without a selection. */
export function BulkBar() {
  const text = useText();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  const kind = useListKind();
  const mayPlace = useRight(rightFor('place')) && kind === 'seats';
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const [placedTogether, setPlacedTogether] = useState<readonly string[] | null>(null);
  const { selectedIds = [], onSelect, onUnselectItems, data: page = [] } = useListContext<OptionRow>();
  const narrowing = useNarrowSelection();
  const { selected, choices, large, tooMany, isLooked, previewLarge } = useChoices();
  if (selectedIds.length === 0 && verb === null && placedTogether === null) return null;
  const possible = choices.filter((choice) => choice.possible > 0);
  const placeable = choices.find((choice) => choice.verb === 'place')?.possible ?? 0;
  const previewed = verb === null ? null : previewLarge(verb);
  const together = mayPlace && placeable > 1 && selectedIds.length <= mostTogether ? placeable : 0;
  const choose = async (chosen: BulkVerb) => {
    if (!large || (await narrowing.narrow(chosen))) setVerb(chosen);
  };
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
            {text('bulk.tooMany', { max: mostInRun })}
          </Typography>
        )}
        <SelectAll />
        {!tooMany && possible.length === 0 && isLooked && (
          <Typography variant="body2" color="text.secondary">
            {text('bulk.nothing')}
          </Typography>
        )}
        <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {narrow && (possible.length > 0 || together > 0) && (
            <VerbMenu choices={possible} onChoose={choose} together={together} onTogether={openTogether} />
          )}
          {!narrow && together > 0 && (
            <Button size="small" variant="contained" onClick={openTogether} sx={{ flex: 'none' }}>
              {text('bulk.together', { count: together })}
            </Button>
          )}
          {!narrow && <Verbs choices={possible} onChoose={choose} />}
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
      {verb !== null && previewed !== null && (
        <LargeBulkDialog
          verb={verb}
          kind={kind}
          ids={selectedIds}
          preview={previewed}
          timeZone={page[0]?.timeZone}
          onClose={(taken) => {
            setVerb(null);
            if (taken) onUnselectItems();
          }}
        />
      )}
      {verb !== null && !large && isLooked && (
        <BulkDialog
          verb={verb}
          kind={kind}
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
