import { productRecords } from '../../../../activities/records/kinds/products.ts';
import { seasonRecords } from '../../../../activities/records/kinds/seasons.ts';
import { changeRecord, createRecord } from '../../../../activities/records/write-record.ts';
import { inDays, type Stage, type Theatre } from './stage.ts';

/** A line of a product as tests say it; what is left out is one mandatory place. */
export type LineWish = {
  name: string;
  role?: 'mandatory' | 'optional' | 'companion';
  productId?: string;
  performanceIds?: string[];
  seatCategoryId?: string;
  quantity?: number;
  per?: number;
  rounding?: 'up' | 'down';
  priceCents?: number;
};

/** A theatre whose season has products: made by the product's own verbs. */
export class ProductStage {
  readonly stage: Stage;
  readonly house: Theatre;
  readonly seasonId: string;

  private constructor(stage: Stage, house: Theatre, seasonId: string) {
    this.stage = stage;
    this.house = house;
    this.seasonId = seasonId;
  }

  static async open(stage: Stage): Promise<ProductStage> {
    const house = await stage.theatre();
    const { rows } = await stage.owner.query<{ id: string }>(
      'select id from season where organisation_id = $1',
      [house.organisationId],
    );
    const products = new ProductStage(stage, house, rows[0]!.id);
    await products.season({ productOptionsAllowed: true });
    return products;
  }

  /** Parameters of its product options. */
  async season(values: Record<string, unknown>): Promise<void> {
    await changeRecord(this.stage.caller(), seasonRecords, { id: this.seasonId, version: null, values });
  }

  async family(code: string): Promise<string> {
    return this.stage.insert('product_family', { code, name: code });
  }

  async product(values: Record<string, unknown>) {
    return createRecord(this.stage.caller(), productRecords, {
      seasonId: this.seasonId,
      name: String(values.code),
      ...values,
    });
  }

  /** A package or season ticket of these lines. */
  async composed(
    kind: 'package' | 'season-ticket',
    code: string,
    lines: readonly LineWish[],
    familyId: string,
  ) {
    return this.product({ kind, code, familyId, lines: lines.map((line) => this.#line(line)) });
  }

  /** An article of which there are so many, at 5 euros. */
  async article(code: string, capacity: number | null, familyId: string) {
    return this.product({
      kind: 'article',
      code,
      familyId,
      capacity,
      contingentId: this.stage.contingents.PUBLIC,
      prices: this.#prices(500),
    });
  }

  /** Visits of the house's hall, on days from now, so many visitors each. */
  async visit(
    code: string,
    days: readonly number[],
    capacity: number,
    familyId: string,
    lines: LineWish[] = [],
  ) {
    const { rows } = await this.stage.owner.query<{ id: string }>(
      `select id from venue where organisation_id = $1 and code = 'SALLE'`,
      [this.house.organisationId],
    );
    return this.product({
      kind: 'visit',
      code,
      familyId,
      venueId: rows[0]!.id,
      contingentId: this.stage.contingents.PUBLIC,
      slots: days.map((each) => ({ startsAt: inDays(each), guide: 'Une guide', capacity })),
      prices: this.#prices(1200),
      lines: lines.map((line) => this.#line(line)),
    });
  }

  #prices(priceCents: number) {
    return ['INDIVIDUEL/OPTION', 'OCCASIONNELLE/OPTION', 'SCOLAIRE/OPTION'].map((code) => ({
      audienceSubcategoryId: this.stage.audience(code),
      priceCents,
    }));
  }

  #line({ priceCents = 1500, performanceIds = [], ...line }: LineWish) {
    const own = line.productId === undefined ? { seatCategoryId: this.house.categories.CAT1 } : {};
    return {
      role: 'mandatory',
      quantity: 1,
      ...own,
      ...line,
      performanceIds,
      prices: this.#prices(priceCents),
    };
  }
}
