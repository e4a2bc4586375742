import pg from 'pg';

/** The first of the demo's performances that take any option. */
export async function openPerformance(
  databaseUrl: string,
): Promise<{ institutionId: string; performanceId: string }> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ institutionId: string; performanceId: string }>(
      `select p.institution_id as "institutionId", p.id as "performanceId"
       from performance p join show_event e on e.id = p.event_id
       where e.code like 'OPEN-%' order by p.starts_at limit 1`,
    );
    const [open] = rows;
    if (open === undefined) throw new Error('the demo has no open performance');
    return open;
  } finally {
    await owner.end();
  }
}
