import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { tableNamed, updatesIn } from "../ways/told/statement/statement.ts";

/** How rows that are free are found and filled; what is filled by parameters has no value here. */
export interface Stock {
  where: Where;
  set: Record<string, Value | undefined>;
}

/**
 * A table some of whose rows are free and wait to be filled, as the statements of the documents have it: one row is looked for by what
 * a free one has, `select code from links where url is null limit 1 for update skip locked`, and an update, of which that may be a part,
 * gives it what it lacked. Null where no statement does so.
 */
export function stockIn(table: Table, texts: readonly string[]): Stock | null {
  const plain = texts.map((text) => text.slice(0, longest).replaceAll(/--[^\n]*/g, " "));
  const filled = plain
    .flatMap((text) => updatesIn(text, table))
    .map(({ sets }) => assignments(sets.split(/\sfrom\s/i)[0] ?? "", table));
  for (const where of plain.flatMap((text) => freeIn(text, table))) {
    const set = filled.find((one) => Object.entries(where).every(([name, free]) => isTakenUp(name, free, one)));
    if (set !== undefined) return { where, set };
  }
  return null;
}

const longest = 60_000;

const isTakenUp = (name: string, free: Where[string] | undefined, set: Stock["set"]): boolean =>
  Object.hasOwn(set, name) && set[name] !== free;

/** What is asked of a row where one alone is looked for, and all that is asked is that nobody has it. */
function freeIn(text: string, table: Table): Where[] {
  const select = new RegExp(
    `\\bselect\\s[^;()]{1,120}?\\sfrom\\s+${tableNamed(table.name)}\\s+where\\s([^;\`]{1,300}?)\\s(?:order\\s+by\\s[^;\`]{1,80}?\\s)?(?:limit\\s+1(?!\\d)|fetch\\s+(?:first|next)\\s+(?:1\\s+)?row)`,
    "gi",
  );
  return [...text.matchAll(select)].flatMap(([, condition = ""]) => {
    const asked = condition.split(/\s+and\s+/i).map((one) => askedOf(one.trim(), table));
    const isFree = asked.length > 0 && asked.every((one) => one !== null);
    return isFree ? [Object.fromEntries(asked.flatMap((one) => (one === null ? [] : [one])))] : [];
  });
}

/** `url is null`, `state = 'free'`, `not used`, `available`. */
function askedOf(condition: string, table: Table): [string, Value] | null {
  const [, name = "", rest = ""] = /^(?:not\s+)?(?:\w+\.)?"?(\w+)"?(.*)$/is.exec(condition) ?? [];
  const column = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (column === undefined) return null;
  const isDenied = /^not\s/i.test(condition);
  if (/^\s+is\s+null$/i.test(rest) && !isDenied) return [column.name, null];
  const literal = /^\s*=\s*'([^']{1,40})'(?:::\w+)?$/.exec(rest)?.[1];
  if (literal !== undefined && !isDenied) return [column.name, literal];
  if (!column.type.startsWith("bool")) return null;
  const said = /^\s*(?:=|is)\s*(not\s+)?(true|false)$/i.exec(rest);
  if (rest.trim() !== "" && said === null) return null;
  const isTrue = said === null ? true : (said[2]?.toLowerCase() === "true") !== (said[1] !== undefined);
  return [column.name, isTrue !== isDenied];
}

/** What an update sets, `url = :url, taken_at = now()`; a diagram may leave out what is sent, `SET url, owner, taken_at = now()`. */
function assignments(sets: string, table: Table): Stock["set"] {
  const parts = sets.split(/,(?![^()]*\))/).map((part) => /^\s*(?:\w+\.)?"?(\w+)"?\s*(?:=\s*(\S.*))?$/s.exec(part));
  return Object.fromEntries(
    parts.flatMap((part): [string, Value | undefined][] => {
      const column = table.columns.find(({ name }) => name.toLowerCase() === part?.[1]?.toLowerCase());
      return column === undefined ? [] : [[column.name, valueIn(part?.[2]?.trim() ?? "")]];
    }),
  );
}

function valueIn(text: string): Value | undefined {
  if (/^(?:now|current_timestamp|statement_timestamp|clock_timestamp|transaction_timestamp)\b/i.test(text))
    return "$now";
  if (/^null$/i.test(text)) return null;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return /^'([^'$]{0,40})'(?:::\w+)?$/.exec(text)?.[1];
}
