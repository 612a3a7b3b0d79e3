import { bare } from "../dialect.ts";
import { type Annotated, annotatedIn, bodyOf, mark, marksOf, membersIn, objectIn } from "./annotated.ts";
import { type Given, itemsIn, namesIn, textIn } from "./calls.ts";
import { snake } from "./names.ts";
import { type Enums, fieldText, typeormColumn } from "./typeorm-columns.ts";
import { keyOfSeveral, addUnique, columnOf, type ModelTable, newTable, type Piece, type Reference } from "./table.ts";

interface Known {
  enums: Enums;
  /** Class → table. */
  names: ReadonlyMap<string, string>;
  classes: ReadonlyMap<string, Annotated>;
  columnName: (field: string) => string;
}

const className = /^(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\s+(\w+)(?:\s+extends\s+(\w+))?/;

/** Entities of TypeORM as tables, whose columns are called as their fields where no name is said. */
export function readTypeorm(text: string): Piece[] {
  const parts = annotatedIn(text, "\n");
  const classes = new Map(parts.map((part) => [className.exec(part.code)?.[1] ?? "", part]));
  const enums = new Map(
    parts.flatMap(({ code }) => {
      const name = /^(?:export\s+)?(?:const\s+)?enum\s+(\w+)/.exec(code)?.[1];
      return name === undefined ? [] : [[name, membersIn(bodyOf(code))]];
    }),
  );
  const names = new Map(
    [...classes].flatMap(([name, { marks }]) => {
      const entity = mark(marks, "Entity");
      return entity === null
        ? []
        : [[name, textIn(entity.placed[0]) ?? textIn(objectIn(entity.placed.at(-1)).get("name")) ?? snake(name)]];
    }),
  );
  const columnName = (field: string): string => (/SnakeNamingStrategy/.test(text) ? snake(field) : field);
  const known: Known = { enums, names, classes, columnName };
  return parts.flatMap((part): Piece[] => {
    const [, name = ""] = className.exec(part.code) ?? [];
    if (names.has(name)) return [...remark(part.comment), ...tablesOf(part, names.get(name) ?? name, known)];
    const isKnown = /^(?:import\b|(?:export\s+)?(?:const\s+)?enum\b)/.test(part.code) || isBase(name, classes);
    return [...(part.code === "" || isKnown ? [] : [{ remark: part.code }]), ...remark(isKnown ? "" : part.comment)];
  });
}

const remark = (said: string): Piece[] => (said === "" ? [] : [{ remark: said }]);

const isBase = (name: string, classes: ReadonlyMap<string, Annotated>): boolean =>
  name !== "" && [...classes.values()].some(({ code }) => className.exec(code)?.[2] === name);

function tablesOf(part: Annotated, name: string, known: Known): Piece[] {
  const table = newTable(name);
  const more: Piece[] = [];
  const names = new Map<string, string>();
  for (const { code } of withBases(part, known.classes, 0))
    for (const field of annotatedIn(bodyOf(code), "\n;")) readField(field, table, { ...known, fields: names }, more);
  keyOfSeveral(table);
  const nameOf = (field: string): string => names.get(field) ?? field;
  for (const given of marksOf(part.marks, "Unique")) addUnique(table, namedIn(given).map(nameOf));
  for (const given of marksOf(part.marks, "Index")) addIndex(table, given, namedIn(given).map(nameOf));
  for (const given of marksOf(part.marks, "Check")) {
    const check = textIn(given.placed.at(-1));
    if (check !== null) table.constraints.push(`check (${check})`);
  }
  for (const given of marksOf(part.marks, "Exclusion")) {
    const excluded = textIn(given.placed.at(-1));
    if (excluded !== null) table.constraints.push(`exclude ${excluded}`.replace(/\busing\s+(\w+)/i, "using $1"));
  }
  return [table, ...more];
}

const withBases = (part: Annotated, classes: ReadonlyMap<string, Annotated>, depth: number): Annotated[] => {
  const parent = classes.get(className.exec(part.code)?.[2] ?? " ");
  return parent === undefined || depth > 8 ? [part] : [...withBases(parent, classes, depth + 1), part];
};

/** `["a", "b"]` or `(t) => [t.a, t.b]` of what is given. */
const namedIn = ({ placed }: Given): string[] => {
  const list = placed.find((one) => /^\[|=>\s*\[/.test(one));
  const names = namesIn(list?.replace(/^.*?=>\s*/s, ""), "//");
  return names.length > 0
    ? names
    : itemsIn(list?.replace(/^.*?=>\s*/s, ""), "//").map((one) => one.split(".").at(-1) ?? one);
};

function addIndex(table: ModelTable, { placed }: Given, columns: string[]): void {
  const options = objectIn(placed.find((one) => one.startsWith("{")));
  const where = textIn(options.get("where")) ?? undefined;
  const name = textIn(placed[0]) ?? undefined;
  if (options.get("unique") === "true") addUnique(table, columns, where, name);
  else if (columns.length > 0) table.indexes.push({ name, columns: columns.map(bare), where });
}

interface Reading extends Known {
  fields: Map<string, string>;
}

function readField(part: Annotated, table: ModelTable, reading: Reading, more: Piece[]): void {
  const { marks, code } = part;
  const field = fieldText(code);
  const column = typeormColumn(part, reading.enums, reading.columnName);
  if (column !== null && field !== null) {
    const earlier = columnOf(table, column.name);
    if (earlier === undefined) table.lines.push(column);
    else Object.assign(earlier, { ...column, refers: earlier.refers });
    reading.fields.set(field.name, column.name);
    if (mark(marks, "Generated") !== null) column.default = "gen_random_uuid()";
    for (const given of marksOf(marks, "Index")) addIndex(table, given, [column.name]);
    return;
  }
  const kind = marks.find(({ name }) => /^(?:ManyToOne|OneToOne|OneToMany|ManyToMany)$/.test(name))?.name;
  if (field === null || kind === undefined) {
    table.lines.push(...[code, ...(code === "" ? [part.comment] : [])].filter((line) => line !== ""));
    return;
  }
  const to = /\b(\w+)\b/.exec(mark(marks, kind)?.placed[0]?.replace(/^.*?=>\s*/s, "") ?? "")?.[1] ?? "";
  const there = reading.names.get(to) ?? snake(to);
  if (kind === "ManyToOne" || (kind === "OneToOne" && mark(marks, "JoinColumn") !== null))
    addReference(part, field.name, there, table, reading);
  else if (mark(marks, "JoinTable") !== null) more.push(between(part, table.name, field.name, there));
}

/** `@ManyToOne(() => Seat, { nullable: false }) @JoinColumn({ name: "seat_id" }) seat: Seat`. */
function addReference(part: Annotated, field: string, table: string, own: ModelTable, reading: Reading): void {
  const { marks, comment } = part;
  const given = mark(marks, "ManyToOne", "OneToOne");
  const options = objectIn(given?.placed.find((one) => one.startsWith("{")));
  const join = objectIn(mark(marks, "JoinColumn")?.placed[0]);
  const name = textIn(join.get("name")) ?? reading.columnName(`${field}Id`);
  const rule = textIn(options.get("onDelete"))?.toLowerCase();
  const refers: Reference = {
    table,
    column: textIn(join.get("referencedColumnName")) ?? undefined,
    onDelete: rule === undefined || rule === "no action" || rule === "restrict" ? undefined : `on delete ${rule}`,
  };
  const isUnique = mark(marks, "OneToOne") !== null;
  const known = columnOf(own, name);
  if (known !== undefined) Object.assign(known, { refers, isUnique: isUnique || known.isUnique === true });
  else
    own.lines.push({
      name,
      type: "",
      isNullable: options.get("nullable") !== "false" && options.get("primary") !== "true",
      isKey: mark(marks, "PrimaryColumn") !== null,
      isUnique,
      refers,
      comment,
    });
  reading.fields.set(field, name);
  for (const index of marksOf(marks, "Index")) addIndex(own, index, [name]);
}

/** The table between two of many to many. */
function between({ marks }: Annotated, own: string, field: string, other: string): ModelTable {
  const options = objectIn(mark(marks, "JoinTable")?.placed[0]);
  const table = newTable(textIn(options.get("name")) ?? `${own}_${snake(field)}_${other}`);
  const sides = [own, other].map((to) => ({
    name: `${to}Id`,
    type: "",
    isNullable: false,
    refers: { table: to, onDelete: "on delete cascade" },
  }));
  table.lines.push(...sides);
  table.key = sides.map(({ name }) => name);
  return table;
}
