import { isMoment } from "@proofroom/domain/design/moment";
import type { Table } from "@proofroom/domain/design/model";
import type { Step, Where } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { uniqueLists } from "../../../column-of.ts";
import type { Stage } from "../../stage.ts";
import type { Added } from "./stated-rows.ts";
import { withoutRefusing } from "./refusing-look.ts";
import { speaksOfRows } from "./speaks-of-rows.ts";
import { isNamedIn, literally, takingOver } from "./statement.ts";

interface Told {
  /** Where the statement may stand. */
  text: string;
  /** All that is told of the endpoint, and of no endpoint in particular. */
  around: string;
}

/**
 * `INSERT INTO holds … ON CONFLICT … DO UPDATE … WHERE …`, which says by itself whose row gives way: what a way refuses because of another
 * table's rows is looked for only where it is told, or where the schema has no two rows of it for one thing.
 */
export function withoutRefusal(steps: Step[], { text, around }: Told, stage: Stage): Added | null {
  const written = plainSteps(steps).flatMap((step) => ("insert" in step ? [step.insert] : []));
  // What is for good where it never ends is in the way by itself.
  const tables = stage.tables.filter((table) => written.includes(table.name) && !isEverEndless(table, stage));
  const said = tables.map((table) => takingOver(text, table)).find((one) => one !== null);
  if (said === undefined || said === null) return null;
  const unseen = new Set<string>();
  const left = withoutRefusing(steps, (table, by, meaning) => {
    const found = stage.tables.find(({ name }) => name === table);
    const kept = Object.entries(by).flatMap(([column, value]) => (isAnew(value, said, tables) ? [] : [column]));
    if (found === undefined || written.includes(table) || isOnce(found, kept)) return false;
    if (speaksOfRows(withoutInserts(around, [...tables, found]), found, meaning, stage)) return false;
    unseen.add(table);
    return true;
  });
  return unseen.size === 0 ? null : { steps: left, unseen: [...unseen], said: said.slice(0, 80) };
}

const isEverEndless = ({ columns }: Table, { endlessIn }: Stage): boolean =>
  columns.some((column) => isMoment(column) && endlessIn(column) !== undefined);

/** Whether a condition asks for what whoever takes a row over gives it anew, such as its token: once for that is not once for the seat. */
function isAnew(value: Where[string], said: string, tables: Table[]): boolean {
  const [name, column = ""] = typeof value === "string" && value.startsWith("$") ? value.slice(1).split(".") : [];
  if (!tables.some((table) => table.name === name)) return false;
  const [, sets] = /\bdo\s+update\s+set\b([^;]*?)\bwhere\b/i.exec(said) ?? [];
  if (sets !== undefined) return isNamedIn(sets, column);
  return !isNamedIn(said.split(/[;`]/)[0] ?? "", column);
}

/** Whether the schema allows one row for what some columns say. */
export const isOnce = (table: Table, by: string[]): boolean =>
  uniqueLists(table).some((list) => list.length > 0 && list.every((column) => by.includes(column)));

/** That a row is added does not tell that it is looked for; what a statement asks of another table's rows does. */
const withoutInserts = (text: string, tables: Table[]): string =>
  tables.reduce((left, { name }) => left.replaceAll(insertInto(name), " "), text);

const insertInto = (name: string): RegExp =>
  new RegExp(`\\binsert\\s+into\\s+(?:"?\\w+"?\\.)?"?${literally(name)}"?(?![\\w.])(?:\\s*\\([^)]{0,400}\\))?`, "gi");
