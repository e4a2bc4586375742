import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import {
  Box,
  Button,
  Dialog,
  DialogTitle,
  IconButton,
  InputBase,
  LinearProgress,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { EmptyState } from '../frame/EmptyState.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useText } from '../messages/use-text.ts';
import { PaletteGroup } from './PaletteGroup.tsx';
import { usePalette } from './use-palette.ts';

/** How far each key moves, by what is chosen now and how many there are. */
const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 5, count - 1),
  PageUp: (at) => Math.max(at - 5, 0),
};

/** One field over everything a person may see, do and go to; made for the keyboard, usable without. */
export function Palette({ onClose }: { onClose: () => void }) {
  const text = useText();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, found, more, settled, error, forget } = usePalette(q, onClose);
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(chosen, items.length - 1);
  const active = items[at];
  const optionId = (id: string) => `${listId}-${id.replaceAll(/[^\w-]/g, '-')}`;
  const activeId = active === undefined ? undefined : optionId(active.id);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move !== undefined && items.length > 0) {
      event.preventDefault();
      setChosen(move(at, items.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (settled || q.trim() === '') active?.choose();
    }
  };
  const nothing = q.trim() !== '' && settled && items.length === 0 && error === null;
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={narrow}
      maxWidth="sm"
      slotProps={{
        paper: { sx: { alignSelf: 'flex-start', ...(narrow ? {} : { mt: '10vh', maxHeight: '76vh' }) } },
        transition: { onEntered: () => field.current?.focus() },
      }}
    >
      <DialogTitle style={visuallyHidden}>{text('search.title')}</DialogTitle>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, height: 56, flex: 'none' }}>
        <SearchIcon color="action" />
        <InputBase
          inputRef={field}
          autoFocus
          fullWidth
          value={q}
          placeholder={text('search.placeholder')}
          onChange={(event) => {
            setQ(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': text('search.title'),
            'aria-expanded': items.length > 0,
            'aria-controls': listId,
            'aria-activedescendant': activeId,
            'aria-autocomplete': 'list',
            autoComplete: 'off',
            spellCheck: false,
            maxLength: 100,
          }}
        />
        <IconButton onClick={onClose} aria-label={text('search.close')} edge="end">
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ height: 2, flex: 'none', borderTop: 1, borderColor: 'divider' }}>
        {!settled && <LinearProgress aria-hidden="true" sx={{ height: 2 }} />}
      </Box>
      <Box sx={{ flex: 1, overflowY: 'auto', minHeight: { sm: 340 } }}>
        {error !== null && (
          <Box sx={{ p: 2 }}>
            <ProblemAlert failure={error} />
          </Box>
        )}
        <Box id={listId} role="listbox" aria-label={text('search.title')} sx={{ pb: 1 }}>
          {groups.map((group) => (
            <PaletteGroup
              key={group.id}
              group={group}
              activeId={activeId}
              optionId={optionId}
              onPoint={(item) => setChosen(items.indexOf(item))}
            />
          ))}
        </Box>
        {nothing && (
          <EmptyState title={text('search.none', { q: q.trim() })} body={text('search.noneBody')} />
        )}
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 1,
          px: 2,
          minHeight: 40,
          borderTop: 1,
          borderColor: 'divider',
          flex: 'none',
        }}
      >
        <Typography variant="caption" color="text.secondary">
          {text(narrow ? 'search.start' : 'search.how')}
        </Typography>
        <Typography role="status" variant="caption" color="text.secondary">
          {q.trim() !== '' && settled && (found > 0 || nothing)
            ? text(more ? 'search.moreResults' : 'search.results', { smart_count: found })
            : ''}
        </Typography>
        {forget !== null && (
          <Button size="small" color="inherit" onClick={forget}>
            {text('search.clearRecent')}
          </Button>
        )}
      </Box>
    </Dialog>
  );
}
