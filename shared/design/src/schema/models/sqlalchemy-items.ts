import { type Given, givenIn, itemsIn, textIn, wordsIn } from "./calls.ts";
import type { Choices } from "./python-values.ts";
import { referenceTo } from "./sqlalchemy-columns.ts";
import { alchemyCondition, indexItem } from "./sqlalchemy-condition.ts";
import { addUnique, columnOf, type ModelTable } from "./table.ts";

type NameOf = (attribute: string) => string;

/** Reads what stands beside the columns: `UniqueConstraint("a", "b")`, `Index("i", "a", unique=True)`; false where it says something else. */
export function readTableItem(item: string, table: ModelTable, nameOf: NameOf, choices: Choices): boolean {
  const call = wordsIn(item, "#").find(({ inside }) => inside !== null);
  const given = givenIn(call?.inside ?? "", "#");
  const names = given.placed.flatMap((one) => textIn(one) ?? []).map(nameOf);
  switch (call?.name ?? "") {
    case "UniqueConstraint":
      if (names.length > 0) addUnique(table, names);
      return names.length > 0;
    case "PrimaryKeyConstraint":
      return addKey(table, names);
    case "CheckConstraint": {
      const check = alchemyCondition(given.placed[0] ?? "", nameOf, choices);
      if (check !== null) table.constraints.push(`check (${check})`);
      return check !== null;
    }
    case "ForeignKeyConstraint":
      return addForeign(table, given, nameOf);
    case "Index":
      return addIndex(table, given, nameOf, choices);
    case "ExcludeConstraint":
      return addExclusion(table, given, nameOf, choices);
    default:
      return item.startsWith("{");
  }
}

function addKey(table: ModelTable, names: string[]): boolean {
  const [only] = names;
  const column = names.length === 1 ? columnOf(table, only ?? "") : undefined;
  if (column === undefined) table.key = names;
  else {
    column.isKey = true;
    column.isCounted = /^(?:big|small)?int(?:eger)?$/.test(column.type) && column.default === undefined;
  }
  return names.length > 0;
}

function addForeign(table: ModelTable, { placed, named }: Given, nameOf: NameOf): boolean {
  const columns = itemsIn(placed[0], "#")
    .flatMap((one) => textIn(one) ?? [])
    .map(nameOf);
  const targets = itemsIn(placed[1], "#").flatMap((one) => textIn(one) ?? []);
  const [target = ""] = targets;
  const refers = referenceTo(target, textIn(named.get("ondelete")));
  const column = columns.length === 1 ? columnOf(table, columns[0] ?? "") : undefined;
  if (column !== undefined) column.refers = refers;
  else table.foreign.push({ columns, refers, columnsThere: targets.map((one) => one.split(".").at(-1) ?? one) });
  return columns.length > 0 && target !== "";
}

function addIndex(table: ModelTable, { placed, named }: Given, nameOf: NameOf, choices: Choices): boolean {
  const [first, ...items] = placed;
  const columns = items.map((one) => indexItem(one, nameOf));
  const written = named.get("postgresql_where") ?? named.get("sqlite_where");
  const where = written === undefined ? undefined : alchemyCondition(written, nameOf, choices);
  if (columns.length === 0 || columns.includes(null) || where === null) return false;
  const name = textIn(first) ?? undefined;
  const using = textIn(named.get("postgresql_using")) ?? undefined;
  const isUnique = named.get("unique") === "True";
  const plain = items.map((one) => textIn(one));
  if (isUnique && where === undefined && !plain.includes(null))
    addUnique(table, plain.flatMap((one) => one ?? []).map(nameOf));
  else table.indexes.push({ name, columns: columns.flatMap((one) => one ?? []), isUnique, where, using });
  return true;
}

/** `ExcludeConstraint(("seat_id", "="), (func.tstzrange(…), "&&"), where=…)`. */
function addExclusion(table: ModelTable, { placed, named }: Given, nameOf: NameOf, choices: Choices): boolean {
  const parts = placed.map((pair) => {
    const [left = "", sign] = itemsIn(pair, "#");
    const inside = /^(?:\w+\.)?Column\((.*)\)$/s.exec(left)?.[1] ?? left;
    const side = indexItem(inside, nameOf);
    return side === null || textIn(sign) === null ? null : `${side} with ${textIn(sign)}`;
  });
  const written = named.get("where");
  const where = written === undefined ? undefined : alchemyCondition(written, nameOf, choices);
  if (parts.length === 0 || parts.includes(null) || where === null) return false;
  const using = textIn(named.get("using")) ?? "gist";
  table.constraints.push(
    `exclude using ${using} (${parts.join(", ")})${where === undefined ? "" : ` where (${where})`}`,
  );
  return true;
}
