import { bare } from "../dialect.ts";
import { textIn, type Word, wordsIn } from "./calls.ts";
import { argumentsIn, membersOf } from "./csharp.ts";
import { efDefault, type Enums, keepNames } from "./ef-columns.ts";
import { insideOf, partsOf } from "./parts.ts";
import { addUnique, columnOf, listed, type ModelTable, type Piece } from "./table.ts";

/** An entity whose table is being told. */
export interface Entity {
  table: ModelTable;
  /** Property → column. */
  fields: Map<string, string>;
  /** Property → class, of those that stand for a row of another table. */
  navigations: Map<string, string>;
  /** Property → type. */
  types: Map<string, string>;
}

interface Known {
  enums: Enums;
  entityOf: (name: string) => Entity | undefined;
  pieces: Piece[];
}

/** Reads what `OnModelCreating` says, a statement at a time. */
export function readModelBuilder(body: string, known: Known): void {
  for (const { code } of partsOf(body, "//", ";")) {
    const [head, name = ""] = /^\w+\s*\.Entity<(\w+)>\s*\(/.exec(code) ?? [];
    const entity = known.entityOf(name);
    if (head !== undefined && entity !== undefined) {
      const inside = insideOf(code, head.length - 1, "//");
      const [, told = ""] = /^\(?\w*\)?\s*=>\s*(.*)$/s.exec(inside.trim()) ?? [];
      readBuilder(told.startsWith("{") ? insideOf(told, 0, "//") : told, entity, known);
      readBuilder(code.slice(head.length + inside.length + 1), entity, known);
    } else if (code !== "" && !/\bApplyConfiguration/.test(code) && !readModelWide(chainOf(code), known.pieces))
      known.pieces.push({ remark: code });
  }
}

/** `HasSequence(…)`, `HasPostgresExtension(…)`: what is said of the whole model. */
function readModelWide([first, ...rest]: Word[], pieces: Piece[]): boolean {
  const name = textIn(argumentsIn(first?.inside).at(-1));
  if (first?.name === "HasPostgresExtension" && name !== null)
    pieces.push({ sql: `create extension if not exists "${name}"` });
  else if (first?.name === "HasSequence" && name !== null) {
    const number = (method: string) => rest.find((one) => one.name === method)?.inside?.replaceAll(/[_L]/g, "");
    const start = number("StartsAt");
    const step = number("IncrementsBy");
    pieces.push({
      sql: `create sequence ${bare(name)}${start === undefined ? "" : ` start ${start}`}${step === undefined ? "" : ` increment ${step}`}`,
    });
  } else return false;
  return true;
}

/** `.Property(x => x.Code).HasMaxLength(8)` as its calls; the type of one such as `HasConversion<string>()` is what is given to it. */
const chainOf = (code: string): Word[] =>
  wordsIn(
    code.replaceAll(/\.(\w+)<([\w.?]+)>\(\)/g, ".$1($2)").replaceAll(/\.(\w+)<[\w.?]+>\((?=.)/g, ".$1("),
    "//",
  ).filter(({ before, inside }) => before === "." && inside !== null);

/** Reads what is said of one entity. */
export function readBuilder(body: string, entity: Entity, known: Known): void {
  for (const { code, comment } of partsOf(body, "//", ";")) {
    const [first, ...rest] = chainOf(code.startsWith(".") ? `b${code}` : code);
    if (code === "") entity.table.lines.push(comment);
    else if (first === undefined || !readChain(first, rest, entity, known))
      entity.table.lines.push(code.replace(/^\./, ""));
  }
}

function readChain(first: Word, rest: Word[], entity: Entity, known: Known): boolean {
  const { table, fields } = entity;
  const given = argumentsIn(first.inside);
  const columns = given.flatMap(membersOf).map((field) => fields.get(field) ?? field);
  switch (first.name) {
    case "ToTable":
      table.name = textIn(given[0]) ?? table.name;
      for (const check of (first.inside ?? "").matchAll(/HasCheckConstraint\(\s*"[^"]*"\s*,\s*("[^\n]*")\s*\)/g))
        addCheck(table, textIn(check[1]));
      return true;
    case "HasKey":
      addKey(table, columns);
      return columns.length > 0;
    case "HasAlternateKey":
      addUnique(table, columns);
      return columns.length > 0;
    case "HasCheckConstraint":
      return addCheck(table, textIn(given[1]));
    case "HasIndex":
      return addIndex(table, columns, rest);
    case "Property": {
      const [field = ""] = membersOf(given[0] ?? "");
      return readProperty(field, rest, entity, known);
    }
    case "HasOne":
      return addReference(given[0] ?? "", rest, entity, known);
    case "Ignore":
      table.lines = table.lines.filter((line) => typeof line === "string" || line.name !== columns[0]);
      return true;
    default:
      return first.name === "HasNoKey";
  }
}

function addKey(table: ModelTable, columns: string[]): void {
  const isOne = columns.length === 1;
  for (const line of table.lines) {
    if (typeof line === "string") continue;
    const isKey = isOne && line.name === columns[0];
    if (!isKey && line.isKey === true) Object.assign(line, { isCounted: false, default: undefined });
    line.isKey = isKey;
  }
  if (!isOne) table.key = columns;
}

function addCheck(table: ModelTable, check: string | null): boolean {
  if (check !== null) table.constraints.push(`check (${check})`);
  return check !== null;
}

function addIndex(table: ModelTable, columns: string[], rest: Word[]): boolean {
  const call = (name: string) => rest.find((one) => one.name === name);
  const text = (name: string) => textIn(call(name)?.inside ?? "") ?? undefined;
  const isUnique = call("IsUnique") !== undefined && call("IsUnique")?.inside !== "false";
  const name = text("HasDatabaseName") ?? text("HasName");
  const where = text("HasFilter");
  const down =
    call("IsDescending")
      ?.inside?.split(",")
      .map((one) => one.trim()) ?? [];
  if (columns.length === 0) return false;
  if (isUnique && call("AreNullsDistinct")?.inside === "false")
    table.constraints.push(`unique nulls not distinct ${listed(columns)}`);
  else if (isUnique) addUnique(table, columns, where, name);
  else {
    const all = call("IsDescending") !== undefined && down.join("") === "";
    const written = columns.map((column, n) => `${bare(column)}${all || down[n] === "true" ? " desc" : ""}`);
    table.indexes.push({ name, columns: written, where, using: text("HasMethod") });
  }
  return true;
}

function readProperty(field: string, rest: Word[], { table, fields, types }: Entity, { enums }: Known): boolean {
  const column = columnOf(table, fields.get(field) ?? field);
  if (column === undefined) return false;
  const labels = enums.get(types.get(field) ?? "");
  for (const { name, inside } of rest) {
    const given = inside ?? "";
    const text = textIn(given) ?? undefined;
    if (name === "HasColumnName" && text !== undefined) {
      if (column.check !== undefined) column.check = column.check.replace(bare(column.name), bare(text));
      column.name = text;
      fields.set(field, text);
    } else if (name === "HasColumnType" && text !== undefined) column.type = text;
    else if (name === "HasMaxLength" && /^(?:text|varchar\b)/.test(column.type)) column.type = `varchar(${given})`;
    else if (name === "HasPrecision" && column.type.startsWith("numeric")) column.type = `numeric(${given})`;
    else if (name === "IsRequired") column.isNullable = given === "false";
    else if (name === "HasDefaultValueSql") column.default = text ?? column.default;
    else if (name === "HasDefaultValue") column.default = efDefault(given, labels) ?? column.default;
    else if (name === "HasConversion" && /string/i.test(given)) keepNames(column, labels);
    else if (name === "HasComment" && text !== undefined) column.comment = text;
    else if (name === "ValueGeneratedNever") Object.assign(column, { isCounted: false, default: undefined });
    else if (/^Use(?:Identity|Serial)/.test(name)) column.isCounted = true;
    else if (name === "UseHiLo" || name === "UseSequence")
      Object.assign(column, { isCounted: false, default: `nextval('${text ?? "EntityFrameworkHiLoSequence"}')` });
    else if (name === "HasComputedColumnSql")
      column.type += ` generated always as (${textIn(argumentsIn(given)[0]) ?? ""}) stored`;
  }
  return true;
}

/** `HasOne(x => x.Seat).WithMany().HasForeignKey(x => x.SeatId).OnDelete(DeleteBehavior.Cascade)`. */
function addReference(written: string, rest: Word[], entity: Entity, { entityOf }: Known): boolean {
  const [field = ""] = membersOf(written);
  const other = entityOf(entity.navigations.get(field) ?? written.trim());
  const key = rest.find(({ name }) => name === "HasForeignKey")?.inside ?? "";
  const columns = membersOf(key).map((one) => entity.fields.get(one) ?? one);
  const name = columns[0] ?? entity.fields.get(field);
  const column = name === undefined ? undefined : columnOf(entity.table, name);
  if (other === undefined || column === undefined || columns.length > 1) return false;
  const rule = { Cascade: "on delete cascade", SetNull: "on delete set null" }[
    rest
      .find(({ name: method }) => method === "OnDelete")
      ?.inside?.split(".")
      .at(-1) ?? ""
  ];
  // The table's name may still change, so it is looked up when all has been read.
  column.refers = {
    get table() {
      return other.table.name;
    },
    onDelete: rule,
  };
  if (rest.some(({ name: method }) => method === "WithOne")) column.isUnique = true;
  return true;
}
