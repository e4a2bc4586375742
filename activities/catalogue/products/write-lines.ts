import { sql } from 'kysely';
import { newId } from '../../new-id.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { refuse, requireRecord, scopeOf } from '../../records/write-record.ts';
import type { Verb } from '../../verb.ts';
import type { ProductLineInput, ProductPartsInput } from './product-input.ts';

type Prices = NonNullable<ProductPartsInput['prices']>;

/**
 * Writes the lines of a product, in their order: those with an id stay what they are to options that name them, the others are
 * new, and what is not named any more goes.
 * @throws Problem `request.invalid`, `request.notFound` with the path, `record.inUse` when options name a line that would go.
 */
export async function writeLines(
  verb: Verb,
  productId: string,
  lines: readonly ProductLineInput[],
): Promise<void> {
  const known = await verb.db
    .selectFrom('product_line')
    .select('id')
    .where('product_id', '=', productId)
    .where('own', '=', false)
    .execute();
  refuse(
    lines.flatMap(({ id }, at): FieldError[] =>
      !id || known.some((each) => each.id === id)
        ? []
        : [{ path: `lines.${at}.id`, code: 'field.reference' }],
    ),
  );
  await dropLines(
    verb,
    known.flatMap(({ id }) => (lines.some((line) => line.id === id) ? [] : [id])),
  );
  for (const [at, line] of lines.entries()) await writeLine(verb, productId, line, at);
}

async function writeLine(verb: Verb, productId: string, line: ProductLineInput, at: number): Promise<void> {
  const path = `lines.${at}`;
  const companion = line.role === 'companion';
  const columns = {
    position: at + 1,
    name: line.name,
    role: line.role,
    of_product_id: line.productId ?? null,
    seat_category_id: await categoryOf(verb, productId, line, path),
    quantity: line.quantity,
    per: companion ? (line.per ?? null) : null,
    rounding: companion ? (line.rounding ?? null) : null,
  };
  const id = line.id ?? newId();
  if (line.id) await verb.db.updateTable('product_line').set(columns).where('id', '=', id).execute();
  else
    await verb.db
      .insertInto('product_line')
      .values({ id, institution_id: verb.institutionId, product_id: productId, ...columns })
      .execute();
  await writeChoices(verb, id, line.productId ? [] : line.performanceIds, path);
  await writePrices(verb, id, line.prices, `${path}.prices`);
}

/** Of a line of another product its category; else the one named, which is of the venue of every performance. */
async function categoryOf(
  verb: Verb,
  productId: string,
  line: ProductLineInput,
  path: string,
): Promise<string> {
  const scope = scopeOf(verb.caller);
  if (line.productId) {
    await requireRecord(verb.db, scope, 'product', line.productId, `${path}.productId`);
    const own = await verb.db
      .selectFrom('product_line')
      .select('seat_category_id')
      .where('product_id', '=', line.productId)
      .where('own', '=', true)
      .where('product_id', '<>', productId)
      .executeTakeFirst();
    if (own === undefined)
      throw new Problem('request.invalid', {
        errors: [{ path: `${path}.productId`, code: 'field.reference' }],
      });
    return own.seat_category_id;
  }
  const categoryId = line.seatCategoryId ?? '';
  for (const [at, id] of line.performanceIds.entries())
    await requireRecord(verb.db, scope, 'performance', id, `${path}.performanceIds.${at}`);
  const { rows } = await sql<{ id: string }>`select p.id from performance p
    where p.id = any(${line.performanceIds}::uuid[])
      and not exists (select from seat_category k where k.id = ${categoryId}::uuid and k.venue_id = p.venue_id)`.execute(
    verb.db,
  );
  if (rows.length > 0)
    throw new Problem('request.invalid', {
      errors: [{ path: `${path}.seatCategoryId`, code: 'field.reference' }],
    });
  return categoryId;
}

async function writeChoices(verb: Verb, lineId: string, performanceIds: readonly string[], path: string) {
  if (new Set(performanceIds).size < performanceIds.length)
    throw new Problem('request.invalid', {
      errors: [{ path: `${path}.performanceIds`, code: 'field.duplicate' }],
    });
  await verb.db.deleteFrom('product_choice').where('line_id', '=', lineId).execute();
  if (performanceIds.length === 0) return;
  await verb.db
    .insertInto('product_choice')
    .values(
      performanceIds.map((performance_id) => ({
        id: newId(),
        institution_id: verb.institutionId,
        line_id: lineId,
        performance_id,
      })),
    )
    .execute();
}

/** Sets the prices of a line: those that are not given are taken out. Places that were granted keep theirs. */
export async function writePrices(verb: Verb, lineId: string, prices: Prices, path: string): Promise<void> {
  for (const [at, { audienceSubcategoryId: id }] of prices.entries())
    await requireRecord(
      verb.db,
      scopeOf(verb.caller),
      'audience_subcategory',
      id,
      `${path}.${at}.audienceSubcategoryId`,
    );
  await verb.db.deleteFrom('product_price').where('line_id', '=', lineId).execute();
  if (prices.length === 0) return;
  await verb.db
    .insertInto('product_price')
    .values(
      prices.map(({ audienceSubcategoryId, priceCents }) => ({
        id: newId(),
        institution_id: verb.institutionId,
        line_id: lineId,
        audience_subcategory_id: audienceSubcategoryId,
        price_cents: priceCents,
      })),
    )
    .execute();
}

async function dropLines(verb: Verb, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{
    count: number;
  }>`select count(distinct option_id)::int as count from option_line
    where product_line_id = any(${[...ids]}::uuid[])`.execute(verb.db);
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new Problem('record.inUse', { reasons: [{ code: 'usedBy.options', values: { count } }] });
  await verb.db
    .deleteFrom('product_line')
    .where('id', 'in', [...ids])
    .execute();
}
