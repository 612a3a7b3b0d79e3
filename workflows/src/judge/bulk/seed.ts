import type { Operation, Table } from "@proofroom/domain/design/model";
import type { BulkInsert, BulkInserted } from "@proofroom/domain/infrastructure/control";
import type { Draw } from "../seed/made.ts";
import { type BulkSeed, planBulk } from "./plan.ts";

/** `impossible` makes whatever needs the rows inconclusive, with this reason; it is never the design's failure. */
export type BulkSeeded = { outcome: "seeded"; millis: number } | { outcome: "impossible"; reason: string };

interface BulkDesign {
  operations: Operation[];
  tables: Table[];
  draw: Draw;
  /** Puts the rows into the design's own database. */
  insert: (inserts: BulkInsert[]) => Promise<BulkInserted>;
}

/** Guesses at values that a check might ask for. */
const variants = 5;

/** Fills the tables of a design as its own endpoint for a capability would have. */
export async function seedBulk(seed: BulkSeed, design: BulkDesign): Promise<BulkSeeded> {
  let reason = "";
  for (let variant = 0; variant < variants; variant += 1) {
    const plan = planBulk(seed, design, variant);
    if (plan.outcome === "impossible") return plan;
    const inserted = await design.insert(plan.inserts);
    if (inserted.outcome === "inserted") return { outcome: "seeded", millis: inserted.millis };
    reason = `${inserted.table} refuses generated rows: ${inserted.reason}`;
    if (!inserted.isCheck) break;
  }
  return { outcome: "impossible", reason };
}
