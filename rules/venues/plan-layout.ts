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
  /** `#rrggbb`, lower case. */
  colour: string;
}

/** Words on an area, from the area's own point. */
export interface PlanText extends PlanPoint {
  text: string;
  size: number;
  colour: string | null;
}

/** Something drawn that is no seat: the stage, an aisle, a bar. A circle or ellipse is told by its centre. */
export interface PlanArea extends PlanPoint {
  zone: string;
  shape: 'rectangle' | 'circle' | 'ellipse' | 'polygon' | 'text';
  width: number;
  height: number;
  /** Degrees, clockwise. */
  rotation: number;
  /** Of a polygon, from the area's own point. */
  points: PlanPoint[];
  /** `#rrggbb`, or null for none. */
  fill: string | null;
  border: string | null;
  text: PlanText | null;
}

export interface PlanLayout {
  zones: PlanZone[];
  categories: PlanCategory[];
  areas: PlanArea[];
}
