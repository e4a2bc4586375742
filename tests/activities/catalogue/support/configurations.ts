import type { Stage, Theatre } from '../../options/support/stage.ts';

type Category = 'CAT1' | 'CAT2';

/** A row of a plan: so many seats of one category. */
export type PlanRow = { row: string; seats: number; category: Category };

/** A space of the performance's venue, in which plans are drawn and configurations made. */
export class Hall {
  readonly #stage: Stage;
  readonly #house: Theatre;
  readonly #spaceId: string;
  #revision = 0;

  private constructor(stage: Stage, house: Theatre, spaceId: string) {
    this.#stage = stage;
    this.#house = house;
    this.#spaceId = spaceId;
  }

  static async of(stage: Stage, house: Theatre, performanceId: string): Promise<Hall> {
    const { rows } = await stage.owner.query<{ id: string }>(
      'select venue_id as id from performance where id = $1',
      [performanceId],
    );
    const space = { organisation_id: house.organisationId, venue_id: rows[0]!.id, name: 'Salle' };
    return new Hall(stage, house, await stage.insert('space', { ...space, code: crypto.randomUUID() }));
  }

  /** A valid configuration by quantity. */
  async counted(capacities: Partial<Record<Category, number>>): Promise<string> {
    const id = await this.#configuration(null);
    for (const [category, capacity] of Object.entries(capacities))
      await this.#category(id, category, capacity);
    return id;
  }

  /** A valid numbered configuration on the next revision of the plan, or on another plan. */
  async numbered(rows: readonly PlanRow[], plan = 'Grande salle'): Promise<string> {
    this.#revision += 1;
    const { organisationId } = this.#house;
    const planId = await this.#stage.insert('seat_plan', {
      organisation_id: organisationId,
      space_id: this.#spaceId,
      name: plan,
      revision: this.#revision,
      digest: '',
      seat_count: rows.reduce((sum, { seats }) => sum + seats, 0),
      width: 1,
      height: 1,
      layout: '{}',
    });
    const id = await this.#configuration(planId);
    for (const [at, { row, seats, category }] of rows.entries())
      await this.#stage.owner.query(
        `with added as (
           insert into seat (institution_id, plan_id, guid, zone, row_label, row_order, number, place, run, x, y, category)
           select $1, $2, $3 || '-' || n, 'PARTERRE', $3, $4, n::text, n, 1, n * 50, $4 * 100, ''
           from generate_series(1, $5::int) n returning id, institution_id
         )
         insert into configuration_seat (configuration_id, seat_id, seat_category_id, institution_id)
         select $6, id, $7, institution_id from added`,
        [this.#stage.institutionId, planId, row, at + 1, seats, id, this.#house.categories[category]],
      );
    for (const category of ['CAT1', 'CAT2'] as const) {
      const capacity = rows.reduce((sum, row) => sum + (row.category === category ? row.seats : 0), 0);
      if (capacity > 0) await this.#category(id, category, capacity);
    }
    return id;
  }

  async #configuration(planId: string | null): Promise<string> {
    const { organisationId } = this.#house;
    const code = crypto.randomUUID();
    const base = { organisation_id: organisationId, space_id: this.#spaceId, plan_id: planId, code };
    return this.#stage.insert('logical_configuration', {
      ...base,
      name: planId === null ? 'Debout' : 'Assis',
      numbered: planId !== null,
      state: 'valid',
    });
  }

  async #category(configurationId: string, category: string, capacity: number): Promise<void> {
    const id = category === 'CAT1' ? this.#house.categories.CAT1 : this.#house.categories.CAT2;
    await this.#stage.owner.query(
      `insert into configuration_category (configuration_id, seat_category_id, institution_id, capacity)
       values ($1, $2, $3, $4)`,
      [configurationId, id, this.#stage.institutionId, capacity],
    );
  }
}
