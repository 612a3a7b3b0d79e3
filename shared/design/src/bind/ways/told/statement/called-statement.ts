import type { Table } from "@proofroom/domain/design/model";
import { type Call, chainAt, isTable } from "./call-chain.ts";

/** Calls that say which rows, and those that change them, as people's frameworks have them. */
const asks = /^(?:where|andwhere|filter|filter_by|whereraw|having)$/i;
const changes =
  /^(?:executeupdate(?:async)?|executesqlraw|update_?all|update_?many|update|values|set|setproperty|data)$/i;

/**
 * `db.Seats.Where(s => …).ExecuteUpdate(…)`, `Seat.where(…).update_all(…)`, `Seat.objects.filter(…).update(…)` and
 * `update(Seat).where(…).values(…)` as the `UPDATE` that they are sent as, of one table; what is no such chain of calls is passed over.
 */
export function calledStatements(text: string, table: Table): string {
  const found: string[] = [];
  if (!/where|filter/i.test(text)) return "";
  for (const { index, 0: name } of text.matchAll(/(?<![\w.])[A-Za-z_][\w.]{0,60}(?=\s{0,20}[.(])/g)) {
    const chain = chainAt(text, index + name.length, name).flatMap(apart);
    const asked = chain.flatMap(({ name: called, passed }) => (asks.test(called) ? [passed] : []));
    const set = chain.flatMap(({ name: called, passed }) =>
      changes.test(called) && !isTable(passed, table) ? [passed] : [],
    );
    const isOf =
      name.split(".").some((word) => isTable(word, table)) || chain.some(({ passed }) => isTable(passed, table));
    if (!isOf || asked.length === 0 || set.length === 0) continue;
    found.push(`UPDATE ${table.name} SET ${setsOf(set.join(", "))} WHERE ${conditionOf(asked.join(" AND "))};`);
  }
  return found.join("\n\n");
}

/** `updateMany({ where: …, data: … })` passes at once what others ask and change one after the other. */
function apart(call: Call): Call[] {
  const [where, data] = [/\bwhere\s?:/i, /\bdata\s?:/i].map((pattern) => call.passed.search(pattern));
  if (where === undefined || data === undefined || where === -1 || !changes.test(call.name)) return [call];
  const asked = call.passed.slice(where + "where:".length, data > where ? data : undefined);
  const set =
    data === -1
      ? call.passed.slice(0, where)
      : call.passed.slice(data + "data:".length, data < where ? where : undefined);
  return [
    { name: "where", passed: asked },
    { name: "set", passed: set },
  ];
}

/** `SetProperty(s => s.Status, Sold)` and `status: "sold"` as SQL sets them. */
const setsOf = (written: string): string =>
  plainly(written.replace(/SetProperty\s?\(\s?\w{1,20}\s?=>\s?\w{1,20}\.(\w{1,60})\s?,/g, ", $1 = ("))
    .replace(/(\w)["']?\s?:\s?(?=\S)/g, "$1 = ")
    .replace(/\bwhere\b/gi, " ")
    .slice(0, 290);

const conditionOf = (written: string): string =>
  plainly(written)
    .replaceAll("&&", " AND ")
    .replaceAll("||", " OR ")
    .replace(/__(?:gte|gt)\s?=/g, " > ")
    .replace(/__(?:lte|lt)\s?=/g, " < ")
    .replace(/__\w{1,12}\s?=/g, " = ")
    .slice(0, 290);

const plainly = (written: string): string => written.replace(/[;`]/g, " ").replace(/\s+/g, " ").trim();
