/** What a seat plan holds besides its seats: how it is drawn, in centimetres of the plan, the stage above. */

export interface PlanPoint {
  x: number;
  y: number;
}

/** A zone as people name it, in the order of the plan. */
export interface PlanZone {
  name: string;
  /** Its id in the file it came from. */
  externalId: string | null;
}

/** A category as the file calls it: what a first configuration is painted with. */
export interface PlanCategory {
  name: string;
  /** `#rrggbb`. */
  colour: string;
}

/** Something drawn that is no seat: the stage, an aisle, a bar. `points` are those of a polygon. */
export interface PlanArea {
  zone: string;
  shape: 'rectangle' | 'circle' | 'ellipse' | 'polygon' | 'text';
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
  points: PlanPoint[];
  /** `#rrggbb`, or null for none. */
  fill: string | null;
  border: string | null;
  text: string | null;
}

export interface PlanLayout {
  zones: PlanZone[];
  categories: PlanCategory[];
  areas: PlanArea[];
}
