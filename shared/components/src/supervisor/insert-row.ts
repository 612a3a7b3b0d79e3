import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { InsertedRow, InsertRow } from "@proofroom/domain/infrastructure/control";
import pg from "pg";

/** Rows that a test takes for granted are put there as the design's own role: whatever its schema refuses is told, not forced. */
export async function insertRow(address: DatabaseAddress, { table, values }: InsertRow): Promise<InsertedRow> {
  const types = { getTypeParser: () => (text: string) => text };
  const client = new pg.Client({ ...address, types, connectionTimeoutMillis: 2_000, query_timeout: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const name = table.split(".").map(pg.escapeIdentifier).join(".");
    const columns = Object.keys(values).map(pg.escapeIdentifier);
    const bound = columns.map((_, n) => `$${n + 1}`);
    const rest = columns.length === 0 ? "default values" : `(${columns.join(", ")}) values (${bound.join(", ")})`;
    const text = `insert into ${name} ${rest} returning *`;
    const { rows } = await client.query<Record<string, string | null>>(text, Object.values(values));
    const [row] = rows;
    return row === undefined ? { outcome: "refused", reason: "it kept no row" } : { outcome: "inserted", row };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { outcome: "refused", reason: error.message };
  } finally {
    await client.end();
  }
}
