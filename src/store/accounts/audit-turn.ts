import type { Client } from '../database.ts'

/** Waits for its turn at the audit chain of a county, or of the installation (`-`), and keeps it until the transaction ends. */
export const auditTurn = async (client: Client, county: string): Promise<void> => {
  if (county === '-') await client.query("select pg_advisory_xact_lock(hashtextextended('audit -', 0))")
  else await client.query('select 1 from county where county_id = $1 for update', [county])
}
