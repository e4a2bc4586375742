import { Box, Typography } from '@mui/material';
import { useId } from 'react';
import { useText } from '../messages/use-text.ts';
import type { Item, ItemGroup } from './use-palette.ts';

type PaletteGroupProps = {
  group: ItemGroup;
  activeId: string | undefined;
  optionId: (id: string) => string;
  onPoint: (item: Item) => void;
};

/** The answers of one kind under their name; the keyboard stays in the field, the chosen one is only marked. */
export function PaletteGroup({ group, activeId, optionId, onPoint }: PaletteGroupProps) {
  const text = useText();
  const labelId = useId();
  return (
    <Box role="group" aria-labelledby={labelId}>
      <Typography
        id={labelId}
        component="div"
        variant="overline"
        color="text.secondary"
        sx={{ px: 2, pt: 1, display: 'block' }}
      >
        {text(group.label)}
      </Typography>
      {group.items.map((item) => {
        const id = optionId(item.id);
        const active = id === activeId;
        const Icon = item.icon;
        return (
          <Box
            key={item.id}
            id={id}
            role="option"
            aria-selected={active}
            onClick={item.choose}
            onPointerMove={() => {
              if (!active) onPoint(item);
            }}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              mx: 1,
              px: 1,
              py: 0.75,
              minHeight: 44,
              borderRadius: 1.5,
              cursor: 'pointer',
              scrollMarginBlock: 32,
              bgcolor: active ? 'action.selected' : undefined,
              boxShadow: (theme) => (active ? `inset 3px 0 0 ${theme.palette.primary.main}` : 'none'),
            }}
          >
            <Icon fontSize="small" sx={{ color: active ? 'primary.main' : 'text.secondary', flex: 'none' }} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>
                {item.title}
              </Typography>
              {item.detail !== '' && (
                <Typography
                  variant="caption"
                  color="text.secondary"
                  component="div"
                  sx={{ overflowWrap: 'anywhere' }}
                >
                  {item.detail}
                </Typography>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
