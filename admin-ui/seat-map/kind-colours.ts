/** Told apart from each other and from the paper, light and dark. */
const colours = ['#1255a0', '#a34700', '#1a6b3c', '#6a1b9a', '#b71c1c', '#00695c', '#ad1457', '#5d4037'];

/** The colour of the n-th kind that has none of its own, such as a contingent. */
export function colourAt(position: number): string {
  return colours[position % colours.length] ?? '';
}
