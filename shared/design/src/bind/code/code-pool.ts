import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { isDrawnUnlessSent } from "./drawn.ts";
import { poolFor } from "./pool-of.ts";
import { saidOfRow } from "../steps/said-row.ts";
import { unlockedTake } from "./unlocked-take.ts";

/**
 * An insert whose code is not made up but taken from a pool of codes that were made before, `key_pool (code, used)`: both
 * happen together, so that a code is given out once, also where two ask at once.
 */
export function withPool(found: Conventional, asked: Asked, tables: Table[]): Conventional {
  if (found.steps === null) return found;
  const { table, senses, written = [] } = asked;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || answer === undefined || !("return" in answer)) return found;
  if (more.length > 0) return found;
  for (const column of table.columns) {
    const made = insert.values[column.name];
    const isOpen = isDrawnUnlessSent(made) || found.gaps.includes(column.name);
    const pool = isOpen ? poolFor(column, table, { tables, senses, written }) : undefined;
    if (pool === undefined) continue;
    const sent = typeof made === "object" && made !== null && "coalesce" in made ? made.coalesce[0] : undefined;
    const code = `$${pool.table.name}.${pool.column}`;
    const value: Value = typeof sent === "string" ? { coalesce: [sent, code] } : code;
    // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
    const take: Step = typeof sent === "string" ? { if: { [sent]: null }, then: [pool.take] } : pool.take;
    const unlocked = typeof sent === "string" ? null : unlockedTake(pool.take, pool.column, written);
    const { [column.name]: _drawnAgain, ...onConflict } = insert.onConflict ?? {};
    const { onConflict: _all, ...row } = insert;
    const added: Step = {
      ...row,
      values: { ...insert.values, [column.name]: value },
      ...(Object.keys(onConflict).length === 0 ? {} : { onConflict }),
    };
    return {
      ...found,
      steps: [
        { transaction: [...(unlocked ?? [take]), added, ...pool.moves] },
        { return: { ...answer.return, body: saidOfRow(answer, asked) } },
      ],
      gaps: found.gaps.filter((name) => name !== column.name),
      because: [
        ...(found.because ?? []),
        `${pool.table.name} holds codes that are made before they are given out`,
        ...(unlocked === null
          ? []
          : [
              `the documents read a free one of ${pool.table.name} without a lock, and ${pool.take.set === undefined ? "delete it by its code alone, or leave it there" : "mark it by its code alone"}`,
            ]),
      ],
    };
  }
  return found;
}
