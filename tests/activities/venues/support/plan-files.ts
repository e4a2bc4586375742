/** A file as another program might write it: two rows in one zone, no attributes of ours. */
export function plainPlan(): ReturnType<typeof build> {
  return build();
}

function build() {
  return {
    name: 'Salle simple',
    categories: [
      { name: 'CAT1', color: '#B71C1C' },
      { name: 'CAT2', color: '#15a' },
    ],
    zones: [
      {
        name: 'PLATEA',
        uuid: 'a0c3',
        zone_id: 'platea',
        position: { x: 100, y: 50 },
        rows: [row('1', 0, 'CAT1'), row('2', 90, 'CAT2')],
        areas: [
          {
            shape: 'rectangle',
            uuid: 'f1',
            position: { x: 0, y: -50 },
            rotation: 0,
            color: '#cccccc',
            border_color: 'transparent',
            rectangle: { width: 400, height: 40 },
            text: { text: 'Scène', position: { x: 200, y: 20 }, size: 18, color: '#000000' },
          },
        ],
      },
    ],
    size: { width: 800, height: 600 },
  };
}

/** Six seats 50 apart, with a gap of 150 after the third. */
function row(label: string, y: number, category: string) {
  return {
    row_number: label,
    row_number_position: 'both',
    uuid: `row-${label}`,
    position: { x: 0, y },
    seats: [0, 50, 100, 250, 300, 350].map((x, index) => ({
      seat_number: `${index + 1}`,
      seat_guid: `${label}-${index + 1}`,
      uuid: `uuid-${label}-${index + 1}`,
      position: { x, y: 0 },
      category,
      radius: 10,
    })),
  };
}

/** The bytes of a file. */
export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A plan with so many seats in one zone, 100 a row. */
export function plainPlanOf(seats: number) {
  const rows = Array.from({ length: Math.ceil(seats / 100) }, (_, r) => ({
    row_number: `${r + 1}`,
    position: { x: 0, y: r * 90 },
    seats: Array.from({ length: Math.min(100, seats - r * 100) }, (_each, s) => ({
      seat_number: `${s + 1}`,
      seat_guid: `${r}-${s}`,
      position: { x: s * 50, y: 0 },
      category: 'A',
    })),
  }));
  return { name: 'Grande', categories: [{ name: 'A', color: '#1255a0' }], zones: [{ name: 'Z', rows }] };
}
