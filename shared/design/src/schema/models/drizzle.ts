import { bare } from "../dialect.ts";
import { objectIn } from "./annotated.ts";
import { itemsIn, textIn, type Word, wordsIn } from "./calls.ts";
import { type DrizzleColumn, drizzleColumn, rawSql } from "./drizzle-columns.ts";
import { insideOf, partsOf } from "./parts.ts";
import { addUnique, type ModelTable, newTable, type Piece } from "./table.ts";

interface Drizzled {
  table: ModelTable;
  /** Field → column. */
  fields: Map<string, string>;
  columns: DrizzleColumn[];
  extras: string;
}

const declared = /^(?:export\s+)?(?:const|let)\s+(\w+)(?:\s*:[^=]+)?\s*=\s*/;

/** Tables of Drizzle. */
export function readDrizzle(text: string): Piece[] {
  const parts = partsOf(text, "//", "\n;");
  const enums = new Map(parts.flatMap(({ code }) => enumOf(code)));
  const groups = new Map(parts.flatMap(({ code }) => groupOf(code)));
  const tables = new Map<string, Drizzled>();
  const pieces = parts.flatMap((part): Piece[] => {
    const variable = declared.exec(part.code)?.[1] ?? "";
    const said: Piece[] = part.comment === "" ? [] : [{ remark: part.comment }];
    const made = tableOf(part.code, enums, groups);
    if (made !== null) tables.set(variable, made);
    if (made !== null) return [...said, made.table];
    const isKnown =
      /^(?:import|export type|export \{|type)\b|\brelations\(/.test(part.code) ||
      enums.has(variable) ||
      groups.has(variable);
    return isKnown || part.code === "" ? said : [...said, { remark: part.code }];
  });
  for (const made of tables.values()) readRest(made, tables);
  return pieces;
}

/** `pgEnum("state", ["free", "held"])`. */
function enumOf(code: string): [string, string[]][] {
  const head = declared.exec(code);
  const call = head === null ? undefined : wordsIn(code.slice(head[0].length), "//")[0];
  const values = itemsIn(`(${call?.inside ?? ""})`, "//")[1];
  return call?.name === "pgEnum" && head?.[1] !== undefined
    ? [[head[1], itemsIn(values, "//").flatMap((one) => textIn(one) ?? [])]]
    : [];
}

/** Columns that several tables take: `const stamps = { createdAt: … }`. */
function groupOf(code: string): [string, string][] {
  const head = declared.exec(code);
  const rest = head === null ? "" : code.slice(head[0].length);
  return head?.[1] !== undefined && rest.startsWith("{") ? [[head[1], insideOf(rest, 0, "//")]] : [];
}

function tableOf(
  code: string,
  enums: ReadonlyMap<string, string[]>,
  groups: ReadonlyMap<string, string>,
): Drizzled | null {
  const call = wordsIn(code, "//").find(
    ({ name, inside }) => inside !== null && /(?:^|\.)(?:(?:pg|mysql|sqlite)?[tT]able)$/.test(name),
  );
  const [name = "", columns = "", extras = ""] = itemsIn(`(${call?.inside ?? ""})`, "//");
  const table = newTable(textIn(name) ?? "");
  if (call === undefined || table.name === "" || !columns.startsWith("{")) return null;
  const made: Drizzled = { table, fields: new Map(), columns: [], extras };
  readColumns(insideOf(columns, 0, "//"), made, enums, groups);
  return made;
}

function readColumns(
  body: string,
  made: Drizzled,
  enums: ReadonlyMap<string, string[]>,
  groups: ReadonlyMap<string, string>,
): void {
  for (const { code, comment } of partsOf(body, "//", ",")) {
    const group = groups.get(/^\.\.\.(\w+)$/.exec(code)?.[1] ?? "");
    if (group !== undefined) readColumns(group, made, enums, new Map());
    const [head = "", field = ""] = /^["']?(\w+)["']?\s*:\s*/.exec(code) ?? [];
    const column =
      group === undefined && head !== "" ? drizzleColumn(field, code.slice(head.length), comment, enums) : null;
    if (column !== null) {
      made.table.lines.push(column.column);
      made.columns.push(column);
      made.fields.set(field, column.column.name);
    } else if (group === undefined) made.table.lines.push(code === "" ? comment : code);
  }
}

/** References and what stands behind the columns, when the names of all tables are known. */
function readRest({ table, fields, columns, extras }: Drizzled, tables: ReadonlyMap<string, Drizzled>): void {
  for (const { column, refers } of columns) {
    const other = tables.get(refers?.variable ?? "");
    if (refers !== undefined)
      column.refers = {
        table: other?.table.name ?? refers.variable,
        column: other?.fields.get(refers.field),
        onDelete: refers.onDelete,
      };
  }
  const nameOf = (path: string): string => fields.get(path.split(".").at(-1) ?? "") ?? path;
  const [, body = ""] = /=>\s*\(?\s*([[{][\s\S]*)$/.exec(extras) ?? [];
  if (body === "") return;
  for (const { code, comment } of partsOf(insideOf(body, 0, "//"), "//", ",")) {
    if (comment !== "") table.lines.push(comment);
    const item = code.replace(/^\w+\s*:\s*/, "");
    if (code !== "" && !readExtra(wordsIn(item, "//"), table, nameOf, tables)) table.lines.push(code);
  }
}

function readExtra(
  words: Word[],
  table: ModelTable,
  nameOf: (path: string) => string,
  tables: ReadonlyMap<string, Drizzled>,
): boolean {
  const [first] = words;
  const call = (name: string) => words.find((one) => one.name === name && one.before === ".")?.inside ?? undefined;
  const given = itemsIn(`(${first?.inside ?? ""})`, "//");
  const options = objectIn(given[0]);
  const name = textIn(given[0]) ?? undefined;
  const on = itemsIn(`(${call("on") ?? call("using") ?? ""})`, "//").filter((one) => textIn(one) === null);
  const written = call("where");
  const where = written === undefined ? undefined : conditionSql(written, nameOf);
  if (where === null) return false;
  const plain = on.map((one) => (/^[\w.]+$/.test(one) ? nameOf(one) : null));
  switch (first?.name ?? "") {
    case "unique":
    case "uniqueIndex":
      if (on.length > 0 && !plain.includes(null))
        addUnique(
          table,
          plain.flatMap((one) => one ?? []),
          where,
          name,
        );
      else return addIndex(table, on, nameOf, { name, where, isUnique: true });
      return true;
    case "index":
      return addIndex(table, on, nameOf, {
        name,
        where,
        using: textIn(itemsIn(`(${call("using") ?? ""})`, "//")[0]) ?? undefined,
      });
    case "primaryKey":
      table.key = itemsIn(options.get("columns") ?? `(${first?.inside ?? ""})`, "//").map(nameOf);
      return table.key.length > 0;
    case "check": {
      const check = rawSql(given[1] ?? "", (path) => bare(nameOf(path)));
      if (check !== null) table.constraints.push(`check (${check})`);
      return check !== null;
    }
    case "foreignKey": {
      const columns = itemsIn(options.get("columns"), "//").map(nameOf);
      const there = itemsIn(options.get("foreignColumns"), "//").map((one) => one.split("."));
      const other = tables.get(there[0]?.[0] ?? "");
      if (other === undefined || columns.length === 0) return false;
      const rule = textIn(call("onDelete"));
      const refers = { table: other.table.name, onDelete: rule === null ? undefined : `on delete ${rule}` };
      table.foreign.push({
        columns,
        refers,
        columnsThere: there.map(([, field = ""]) => other.fields.get(field) ?? field),
      });
      return true;
    }
    default:
      return false;
  }
}

function addIndex(
  table: ModelTable,
  on: string[],
  nameOf: (path: string) => string,
  more: { name: string | undefined; where: string | undefined; isUnique?: boolean; using?: string | undefined },
): boolean {
  const columns = on.map((one) => {
    const raw = rawSql(one, (path) => bare(nameOf(path)));
    if (raw !== null) return raw;
    const [, down, path = ""] = /^(?:(desc|asc)\()?([\w.]+?)\)?(?:\.(?:desc|asc)\(\))?$/.exec(one) ?? [];
    return path === "" ? null : `${bare(nameOf(path))}${down === "desc" || one.endsWith(".desc()") ? " desc" : ""}`;
  });
  if (columns.length === 0 || columns.includes(null)) return false;
  table.indexes.push({ columns: columns.flatMap((one) => one ?? []), ...more });
  return true;
}

/** `sql`…``, `eq(t.state, "held")`, `isNull(t.releasedAt)` as SQL; null for what else is said. */
function conditionSql(written: string, nameOf: (path: string) => string): string | null {
  const column = (path: string): string => bare(nameOf(path));
  const raw = rawSql(written, column);
  if (raw !== null) return raw;
  const [call] = wordsIn(written.trim(), "//");
  const [left = "", right = ""] = itemsIn(`(${call?.inside ?? ""})`, "//");
  if (call?.name === "isNull" || call?.name === "isNotNull")
    return `${column(left)} is ${call.name === "isNull" ? "" : "not "}null`;
  if (call?.name === "inArray")
    return `${column(left)} in (${itemsIn(right, "//")
      .map((one) => one.replaceAll('"', "'"))
      .join(", ")})`;
  const value = textIn(right);
  const sign = { eq: "=", ne: "<>" }[call?.name ?? ""];
  return sign === undefined || (value === null && !/^(?:\d+|true|false)$/.test(right))
    ? null
    : `${column(left)} ${sign} ${value === null ? right : `'${value}'`}`;
}
