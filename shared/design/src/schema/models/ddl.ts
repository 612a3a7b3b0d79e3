import { bare } from "../dialect.ts";
import { columnOf, columnsOf, listed, type ModelColumn, type ModelTable, type Piece, type Reference } from "./table.ts";

/** A schema as statements of PostgreSQL: types and extensions, tables before what refers to them, and what else is said. */
export function ddlOf(pieces: readonly Piece[]): string {
  const tables = new Map(pieces.flatMap((piece) => ("lines" in piece ? [[piece.name, piece] as const] : [])));
  const written = new Set<string>();
  const above = remarksAbove(pieces);
  const later: string[] = [];
  const out: string[] = [];
  const write = (table: ModelTable, waiting: ReadonlySet<string>): void => {
    if (written.has(table.name)) return;
    written.add(table.name);
    for (const { table: name } of referencesOf(table)) {
      const other = tables.get(name);
      if (other !== undefined && !waiting.has(name)) write(other, new Set([...waiting, table.name]));
    }
    const isLater = (name: string): boolean => name !== table.name && waiting.has(name);
    out.push(...(above.get(table.name) ?? []), tableSql(table, tables, isLater, later), "");
  };
  for (const piece of pieces) if ("lines" in piece && tables.get(piece.name) === piece) write(piece, new Set());
  out.push(...(above.get("") ?? []));
  const statements = pieces.flatMap((piece) => ("sql" in piece ? [`${piece.sql.trim().replace(/;+$/, "")};`] : []));
  const early = statements.filter((sql) => isEarly.test(sql));
  const late = statements.filter((sql) => !isEarly.test(sql));
  const body = [...out, ...later, ...late]
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return `${[...extensionsOf(body, early), ...new Set(early)].map((line) => `${line}\n`).join("")}${body}\n`;
}

/** Table → what stands as comments between it and the table before; by an empty name what follows the last. */
function remarksAbove(pieces: readonly Piece[]): Map<string, string[]> {
  const above = new Map<string, string[]>();
  let lines: string[] = [];
  for (const piece of pieces) {
    if ("remark" in piece) lines.push(...remarked(piece.remark));
    if (!("lines" in piece)) continue;
    above.set(piece.name, [...(above.get(piece.name) ?? []), ...lines]);
    lines = [];
  }
  return above.set("", lines);
}

const isEarly = /^\s*create\s+(?:extension|type|domain|sequence|schema|collation)\b/i;

const needs: [extension: string, sign: RegExp][] = [
  ["btree_gist", /\busing gist \([^;\n]* with =/i],
  ["citext", /^ {2}\S+ citext\b/m],
  ["pgcrypto", /\bgen_random_bytes\(/],
  ["uuid-ossp", /\buuid_generate_v[14]\(/],
];

const extensionsOf = (body: string, early: readonly string[]): string[] =>
  needs.flatMap(([name, sign]) =>
    sign.test(body) && !early.some((sql) => sql.includes(name))
      ? [`create extension if not exists ${bare(name)};`]
      : [],
  );

/** Each line of what is not carried over as a comment. */
export const remarked = (text: string): string[] =>
  text
    .replaceAll(/^"""|"""$/gm, "")
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [`-- ${line.trim().replace(/^--\s*/, "")}`]));

const referencesOf = (table: ModelTable): Reference[] => [
  ...columnsOf(table).flatMap(({ refers }) => refers ?? []),
  ...table.foreign.map(({ refers }) => refers),
];

type Tables = ReadonlyMap<string, ModelTable>;

function tableSql(table: ModelTable, tables: Tables, isLater: (name: string) => boolean, later: string[]): string {
  const elements: { sql: string; comment: string | undefined; isRemark?: boolean }[] = [];
  const key = table.key ?? [];
  for (const line of table.lines) {
    if (typeof line === "string") {
      for (const sql of remarked(line)) elements.push({ sql, comment: undefined, isRemark: true });
      continue;
    }
    const target = line.refers === undefined ? undefined : tables.get(line.refers.table);
    const isAway = line.refers !== undefined && target === undefined;
    const waits = line.refers !== undefined && isLater(line.refers.table);
    const sql = columnSql(line, key, tables, waits);
    if (waits) later.push(addForeign(table, [line.name], line.refers, keyOf(target)));
    const away = isAway ? `references ${line.refers?.table ?? ""}, which is not created here` : undefined;
    const comment = [line.comment, away].filter((one) => one !== undefined && one !== "").join("; ");
    elements.push({ sql, comment: comment === "" ? undefined : comment });
  }
  const constraints = [
    ...(key.length > 0 ? [`primary key ${listed(key)}`] : []),
    ...new Set(table.constraints),
    ...table.foreign.flatMap(({ columns, refers, columnsThere }) => {
      const there = columnsThere.length > 0 ? columnsThere : [keyOf(tables.get(refers.table))];
      if (!tables.has(refers.table)) return [];
      if (!isLater(refers.table)) return [`foreign key ${listed(columns)} ${referring(refers, there)}`];
      later.push(addForeign(table, columns, refers, ...there));
      return [];
    }),
  ];
  elements.push(...constraints.map((sql) => ({ sql, comment: undefined })));
  const last = elements.findLastIndex(({ isRemark }) => isRemark !== true);
  const lines = elements.map(
    ({ sql, comment, isRemark }, n) =>
      `  ${sql}${isRemark === true || n === last ? "" : ","}${comment === undefined ? "" : ` -- ${comment.replaceAll(/\s+/g, " ")}`}`,
  );
  return [`create table ${bare(table.name)} (`, ...lines, ");", ...indexSql(table)].join("\n");
}

const referring = ({ table, onDelete }: Reference, there: readonly string[]): string =>
  `references ${bare(table)} ${listed(there)}${onDelete === undefined ? "" : ` ${onDelete}`}`;

const addForeign = (table: ModelTable, columns: string[], refers: Reference | undefined, ...there: string[]): string =>
  refers === undefined
    ? ""
    : `alter table ${bare(table.name)} add foreign key ${listed(columns)} ${referring(refers, refers.column === undefined ? there : [refers.column])};`;

/** The one column that rows of a table are referred to by. */
const keyOf = (table: ModelTable | undefined): string =>
  table?.key?.length === 1
    ? (table.key[0] ?? "id")
    : ((table === undefined ? undefined : columnsOf(table).find(({ isKey }) => isKey === true)?.name) ?? "id");

function columnSql(column: ModelColumn, key: readonly string[], tables: Tables, waits: boolean): string {
  const { name, refers } = column;
  const target = refers === undefined ? undefined : tables.get(refers.table);
  const isKey = column.isKey === true && key.length === 0;
  const words = [
    bare(name),
    typeOf(column, tables, 0),
    ...(column.isCounted === true ? ["generated by default as identity"] : []),
    ...(isKey ? ["primary key"] : []),
    ...(column.isNullable || isKey || key.includes(name) ? [] : ["not null"]),
    ...(column.default === undefined ? [] : [`default ${column.default}`]),
    ...(column.isUnique === true && !isKey ? ["unique"] : []),
    ...(column.check === undefined ? [] : [`check (${column.check})`]),
    ...(refers === undefined || target === undefined || waits
      ? []
      : [referring(refers, [refers.column ?? keyOf(target)])]),
  ];
  return words.join(" ");
}

/** A column that refers to another has that one's type. */
function typeOf({ type, refers }: ModelColumn, tables: Tables, depth: number): string {
  if (type !== "") return type;
  const target = refers === undefined ? undefined : tables.get(refers.table);
  const there = target === undefined ? undefined : columnOf(target, refers?.column ?? keyOf(target));
  return there === undefined || depth > 8 ? "bigint" : typeOf(there, tables, depth + 1);
}

const indexSql = (table: ModelTable): string[] =>
  table.indexes.map(({ name, columns, isUnique, where, using }) => {
    const what = `create ${isUnique === true ? "unique " : ""}index${name === undefined ? "" : ` ${bare(name)}`}`;
    const how = using === undefined || using === "btree" ? "" : ` using ${using}`;
    return `${what} on ${bare(table.name)}${how} (${columns.join(", ")})${where === undefined ? "" : ` where ${where}`};`;
  });
