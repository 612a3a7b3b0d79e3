import type { Table } from "@proofroom/domain/design/model";
import { calledStatements } from "../statement/called-statement.ts";
import { columnsIn } from "../asked/less-asked.ts";
import { rowsRead } from "./rows-read.ts";
import { isNamedIn, isVersioned, setsTheSame, updatesIn } from "../statement/statement.ts";
import { asksForKey, type ByKey, type Guarded } from "./written-by-key.ts";

const longest = 900;

/**
 * `seat = Seat.find(id)`, a refusal, `seat.update!(status: "held")`: people's frameworks read a row into a variable and write it back by its
 * key, whatever it is like by then. Null where the row has a version that they ask for by themselves, or where anything else is asked.
 */
export function calledByKey(text: string, table: Table, { set, named, asked }: Guarded): ByKey | null {
  const states = Object.values(set).filter(
    (value): value is string => typeof value === "string" && !value.startsWith("$"),
  );
  if (states.length === 0 || table.columns.some(({ name }) => isVersioned(`${name} =`))) return null;
  // What the framework sends may be written in a comment: `UPDATE seat SET … WHERE id = $1`.
  const keys = [...named, ...table.primaryKey];
  const stated = updatesIn(text, table).filter(({ sets }) => setsTheSame(sets, set));
  if (!stated.every(({ behind }) => asksForKey(behind, keys))) return null;
  if (asksInCalls(text, table, { set, asked })) return null;
  for (const { at, name } of rowsRead(text, table)) {
    const after = text.slice(at, at + longest);
    const written = writeOf(name, after);
    if (written === null) continue;
    const between = after.slice(0, written);
    const isAsked = predicate(name).test(between);
    const seen = columnsIn(asked).filter((column) => isNamedIn(between, column));
    const isLooked = seen.length > 0 || isAsked;
    const isDone = refuses.test(between);
    const isSet = states.some((state) => new RegExp(`(?<![\\p{L}])${state}(?![\\p{L}])`, "iu").test(after));
    if (!isLooked || !isDone || !isSet) continue;
    const isHidden = isAsked || handedOn(name).test(between);
    const unseen = isHidden ? [] : columnsIn(asked).filter((column) => !seen.includes(column));
    return { said: `${table.name} is read into ${name} first, then written by its key`, unseen };
  }
  return null;
}

/** Whether a chain of calls that writes the row asks for more than its key: for what the update would, or for what nobody sees. */
const asksInCalls = (text: string, table: Table, { set, asked }: Pick<Guarded, "set" | "asked">): boolean =>
  calledStatements(text, table)
    .split("\n\n")
    .filter((called) => called !== "" && setsTheSame(called, set))
    .some((called) => {
      const where = called.slice(called.lastIndexOf(" WHERE "));
      const isPlain =
        /^ WHERE [\s{(:"']{0,4}(?:eq\(\s?)?(?:\w{1,20}\s?=>\s?)?(?:\w{1,40}\.)?["']?(?:\w{0,40}id|pk)\b[^{}]{0,60}[\s}),]{0,5};$/i.test(
          where,
        );
      return (
        !isPlain || /\b(?:and|or)\b|\.\.\./i.test(where) || columnsIn(asked).some((column) => isNamedIn(where, column))
      );
    });

const plainly = (name: string): string => name.replace(/[$@]/g, "\\$&");

/** `.where({ id: seat.id }).update(`, `->where('id', $id)->update(`, `.filter(pk=pk).update(`, `.update(seats).set(`: writes of query builders. */
const built =
  /(?:\.|->)(?:where|filter)\w{0,12}\(\s{0,4}[^()]{0,60}\b(?:id|pk)\b[^()]{0,60}\)\s{0,40}(?:\.|->)update\w{0,8}\(|\bupdate\(\s{0,4}\w{1,40}\s{0,4}\)\s{0,40}\.(?:set|values|where)\(/i;

/** Where what has been read is written back, by itself or by whoever keeps it; null where it is not. */
function writeOf(name: string, text: string): number | null {
  const own = plainly(name);
  const saved = new RegExp(
    String.raw`(?<![\w$@])${own}(?:\.|->)(?:save|update|persist|store)\w{0,20}[!?]?(?:\s?\(|\s)|\b(?:save|persist|merge|update|store)\w{0,20}\(\s{0,4}&?${own}\b|\.update\w{0,12}\(\s{0,4}(?:\{\s{0,4}where\b|\{?\s{0,4}\w{0,30}id\b)`,
    "i",
  ).exec(text)?.index;
  const assigned = new RegExp(String.raw`(?<![\w$@])${own}(?:\.|->)(?:\w{1,40}\s{0,3}=(?!=)|set[A-Z]\w{0,40}\()`).exec(
    text,
  )?.index;
  const kept = /\b(?:commit|flush|save\w*changes\w*)\w{0,10}\(|@Transactional|\bsession\.add\(/i.test(text);
  const at = [
    saved,
    built.exec(text)?.index,
    assigned !== undefined && (kept || saved !== undefined) ? assigned : undefined,
  ].filter((one) => one !== undefined);
  return at.length === 0 ? null : Math.min(...at);
}

/** `seat.held?`, `!$seat->isFree()`, `seat.IsHeld`. */
const predicate = (name: string): RegExp =>
  new RegExp(String.raw`(?<![\w$@])${plainly(name)}(?:\.|->)(?:(?:is|can)_?\w{2,30}|\w{2,30}\?)`, "i");

/** `assertFree(seat)` may look at whatever it likes. */
const handedOn = (name: string): RegExp => new RegExp(String.raw`\w\(\s{0,4}${plainly(name)}\s{0,4}[,)]`, "i");

const refuses =
  /(?<!\d)4(?:09|10|22|23)(?!\d)|\b(?:throw|raise|abort\w*|conflict|refus\w*|reject\w*|err(?:or)?s?\.|return\s(?:false|null|nil))\b/i;
