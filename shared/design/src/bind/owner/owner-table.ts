import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { Asked, Conventional } from "../asking/asked.ts";
import { callerFor, isOwner } from "./caller.ts";
import { mustBeFilled, uniqueLists } from "../column-of.ts";
import { saidOfRow } from "../steps/said-row.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * An insert beside which the documents write whose the row is, where that stands in a table of its own, `user_links (user_id, link_id)`:
 * both are written together, and who has the row already has it once.
 */
export function withOwnerTable(found: Conventional, asked: Asked, tables: Table[]): Conventional {
  if (found.steps === null) return found;
  const { endpoint, table, written = [] } = asked;
  const [insert, answer, ...more] = found.steps;
  if (insert === undefined || !("insert" in insert) || insert.insert !== table.name) return found;
  if (answer === undefined || !("return" in answer) || more.length > 0) return found;
  const owned = tables
    .flatMap((one) => owning(one, table, endpoint) ?? [])
    .filter(({ name }) => isPutIn(name, written));
  const [first] = owned;
  if (first === undefined) return found;
  return {
    ...found,
    steps: [
      { transaction: [insert, ...owned.map(({ step }) => step)] },
      { return: { ...answer.return, body: saidOfRow(answer, asked) } },
    ],
    because: [...(found.because ?? []), `${first.name} says whose a row of ${table.name} is`],
  };
}

const isPutIn = (name: string, written: readonly string[]): boolean => {
  const statement = new RegExp(
    String.raw`\binsert\s{1,20}into\s{1,20}(?:"?\w{1,60}"?\.)?"?${literally(name)}(?![\p{L}\p{N}_])`,
    "iu",
  );
  return written.some((text) => statement.test(text));
};

/** The row of a table that has to say nothing but whose a row of another one is, and says it once. */
function owning(one: Table, target: Table, endpoint: Endpoint): { name: string; step: Step } | undefined {
  const key = one.foreignKeys.find(({ table, columns }) => table === target.name && columns.length === 1);
  const [own] = key?.columns ?? [];
  const referred = key?.references[0] ?? target.primaryKey[0];
  const owner = one.columns.find((column) => column.name !== own && isOwner(column, one));
  if (one === target || own === undefined || referred === undefined || owner === undefined) return undefined;
  const isFilled = (name: string): boolean => name === own || name === owner.name;
  if (one.columns.some((column) => !isFilled(column.name) && mustBeFilled(column))) return undefined;
  if (!uniqueLists(one).some((list) => list.length === 2 && list.every(isFilled))) return undefined;
  const values = { [own]: `$${target.name}.${referred}`, [owner.name]: callerFor(owner, endpoint) };
  return { name: one.name, step: { insert: one.name, values, onConflict: { [own]: "ignore" } } };
}
