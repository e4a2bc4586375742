import type { seatMap as french } from '../fr/seat-map.ts';
import type { SameShape } from '../same-shape.ts';

export const seatMap: SameShape<typeof french> = {
  title: 'Seat map',
  map: 'Map of the hall, %{seats} seats',
  keys: 'Arrows: next seat. Page Up, Page Down: row. Home, End: end of the row. + and −: zoom.',
  selectKeys:
    'Space: select. Shift and arrows: extend. R: the row. B: the block. Ctrl A: all. Escape: clear.',
  tools: 'Tools of the map',
  mode: {
    label: 'What dragging does',
    move: 'Move the map',
    rectangle: 'Select by rectangle',
    lasso: 'Select by lasso',
  },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'See the whole hall',
  row: 'Row',
  rowOf: 'Select the whole row',
  block: 'Block',
  blockOf: 'Select the whole block',
  legend: 'Legend',
  signs: 'Signs',
  none: 'No category',
  mark: {
    wheelchair: 'Wheelchair',
    companion: 'Companion',
    restrictedView: 'Restricted view',
  },
  changed: 'Not saved',
  nothingSelected: 'No seat selected',
  selection: '%{smart_count} seat selected |||| %{smart_count} seats selected',
  clear: 'Clear the selection',
  help: 'Help on the map',
  mouseHelp:
    'Mouse: a click picks a seat, Ctrl adds one, Shift goes as far as it. Dragging draws a rectangle or a lasso. The name of a row or block picks all of it. Middle button: move; Ctrl and wheel: zoom.',
  touchHelp: 'By touch: a tap picks a seat, two fingers zoom.',
  paintKeys:
    'Paint the selection: keys 1 to 9 in the order of the categories, 0 to leave none. Ctrl Z takes back the last stroke.',
  paint: {
    title: 'Paint the chosen seats',
    as: 'Paint as %{name}',
    asNone: 'Take the category off',
    choose: 'Choose seats on the map, then their category.',
    before: 'Before',
    after: 'After',
    unsaved: '%{smart_count} seat changed, not saved |||| %{smart_count} seats changed, not saved',
    undo: 'Take back the last stroke',
    discard: 'Discard all',
    save: 'Save',
    saved: 'The categories are saved.',
    said: '%{smart_count} seat painted as %{name}, to be saved |||| %{smart_count} seats painted as %{name}, to be saved',
    undone: 'Last stroke taken back.',
    inUse:
      'Performances use this configuration: its seats keep their categories. Make another one to change them.',
  },
  zonesNote: 'Colours show the zones. Categories are given in a logical configuration.',
  loading: 'The map is coming…',
};
