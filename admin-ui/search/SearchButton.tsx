import SearchIcon from '@mui/icons-material/Search';
import { Box, ButtonBase, IconButton } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import { Key } from './Key.tsx';
import { openDoor } from './palette-events.ts';

/** The way to the search for whoever does not know its key. */
export function SearchButton() {
  const text = useText();
  const open = () => openDoor('palette');
  return (
    <>
      <IconButton
        aria-label={text('search.open')}
        aria-haspopup="dialog"
        onClick={open}
        sx={{ display: { sm: 'none' } }}
      >
        <SearchIcon />
      </IconButton>
      <ButtonBase
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={open}
        sx={{
          display: { xs: 'none', sm: 'flex' },
          flex: '0 1 340px',
          minWidth: 0,
          height: 36,
          gap: 1,
          px: 1.25,
          mx: 1,
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
          justifyContent: 'flex-start',
          color: 'text.secondary',
          bgcolor: 'background.default',
          typography: 'body2',
          '&:hover': { borderColor: 'text.secondary' },
        }}
      >
        <SearchIcon fontSize="small" />
        <Box
          component="span"
          sx={{
            flex: 1,
            textAlign: 'left',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {text('search.open')}
        </Box>
        <Key name={text('search.keys.ctrl')} />
        <Key name="K" />
      </ButtonBase>
    </>
  );
}
