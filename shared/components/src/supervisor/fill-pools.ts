import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { Pool } from "@proofroom/domain/infrastructure/plan-pools";
import pg from "pg";
import { randomBase62 } from "../service/draws.ts";

/** Puts the codes of a design's pools there; answers why, where its schema refuses them. */
export async function fillPools(address: DatabaseAddress, pools: Pool[]): Promise<string[]> {
  if (pools.length === 0) return [];
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000, query_timeout: 30_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const refused: string[] = [];
    for (const pool of pools) {
      const reason = await fill(client, pool);
      if (reason !== null) refused.push(`${pool.table} refuses random codes, so none can be taken: ${reason}`);
    }
    return refused;
  } finally {
    await client.end();
  }
}

const often = 500;

async function fill(client: pg.Client, { table, columns, codes, isApart }: Pool): Promise<string | null> {
  const drawn = columns.filter(({ random }) => random !== null);
  const texts = drawn.map(({ random, of }) => {
    const made = Array.from({ length: codes }, () => randomBase62(random ?? 7, of));
    // What chance does some day is done at once: a code comes twice now and then where nothing is there to refuse it.
    return isApart ? made : made.map((code, n) => (n % often === 1 ? (made[n - 1] ?? code) : code));
  });
  const rest = columns.filter(({ random }) => random === null);
  const names = [...drawn, ...rest].map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  const listed = drawn.map((_, n) => `$${n + 1}::text[]`).join(", ");
  const own = drawn.map((_, n) => `c${n}`);
  const values = rest.map(({ value }) => (value === "$now" ? "now()" : pg.escapeLiteral(String(value))));
  const text = `insert into ${table.split(".").map(pg.escapeIdentifier).join(".")} (${names})
    select ${[...own, ...values].join(", ")} from unnest(${listed}) as made (${own.join(", ")}) on conflict do nothing`;
  try {
    await client.query(text, texts);
    return null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return error.message;
  }
}
