import CheckIcon from '@mui/icons-material/Check';
import { Divider, ListItemIcon, ListSubheader, MenuItem } from '@mui/material';
import { useStore } from 'react-admin';
import { useText } from '../messages/use-text.ts';

/** How close the rows of tables stand. */
export type Density = 'comfortable' | 'compact';

/** The density of tables, and how to change it. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useStore<Density>('density', 'comfortable');
  return [density, setDensity];
}

function Choice({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return (
    <MenuItem role="menuitemradio" aria-checked={chosen} dense onClick={onChoose}>
      <ListItemIcon>{chosen && <CheckIcon fontSize="small" />}</ListItemIcon>
      {label}
    </MenuItem>
  );
}

const themes = ['system', 'light', 'dark'] as const;
const densities = ['comfortable', 'compact'] as const;

/** What the account menu offers about looks: theme and density. They follow the operator to other browsers. */
export function AppearanceItems() {
  const text = useText();
  const [theme = 'system', setTheme] = useStore<string | undefined>('theme', undefined);
  const [density, setDensity] = useDensity();
  return [
    <ListSubheader key="theme" role="presentation" sx={{ lineHeight: 2.2 }}>
      {text('frame.appearance.theme')}
    </ListSubheader>,
    ...themes.map((each) => (
      <Choice
        key={each}
        label={text(`frame.appearance.themes.${each}`)}
        chosen={theme === each}
        onChoose={() => setTheme(each === 'system' ? undefined : each)}
      />
    )),
    <ListSubheader key="density" role="presentation" sx={{ lineHeight: 2.2 }}>
      {text('frame.appearance.density')}
    </ListSubheader>,
    ...densities.map((each) => (
      <Choice
        key={each}
        label={text(`frame.appearance.densities.${each}`)}
        chosen={density === each}
        onChoose={() => setDensity(each)}
      />
    )),
    <Divider key="end" />,
  ];
}
