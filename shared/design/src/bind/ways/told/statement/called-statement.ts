import type { Table } from "@proofroom/domain/design/model";
import { stems } from "../../../names.ts";

/** Calls that say which rows, and those that change them, as people's frameworks have them. */
const asks = /^(?:where|andwhere|filter|filter_by|whereraw|having)$/i;
const changes =
  /^(?:executeupdate(?:async)?|executesqlraw|update_?all|update_?many|update|values|set|setproperty|data)$/i;
/** Calls that only begin with what is asked, or stand between. */
const longestChain = 12;
const longestCall = 600;

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

interface Call {
  name: string;
  passed: string;
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

/** The calls one after the other that begin behind a name: `.Where(…)\n.ExecuteUpdate(…)`. */
function chainAt(text: string, from: number, head: string): Call[] {
  const calls: Call[] = [];
  let at = from;
  let name = head.split(".").at(-1) ?? "";
  while (calls.length < longestChain) {
    const open = /^\s{0,20}\(/.exec(text.slice(at, at + 24))?.[0];
    if (open !== undefined) {
      const end = closing(text, at + open.length);
      if (end === -1) break;
      calls.push({ name, passed: text.slice(at + open.length, end) });
      at = end + 1;
    }
    const next = /^\s{0,40}(?:\?\.|\.)\s{0,4}(\w{1,40})/.exec(text.slice(at, at + 90));
    if (next === null || (open === undefined && calls.length > 0)) break;
    name = next[1] ?? "";
    at += next[0].length;
  }
  return calls;
}

/** Where the bracket that is open before a place is closed; -1 where that is too far. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestCall); at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

const isTable = (word: string, { name }: Table): boolean => {
  const said = stems(word.slice(0, 80)).join("");
  const own = stems(name);
  return said !== "" && (said === own.join("") || said === own.at(-1));
};

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
