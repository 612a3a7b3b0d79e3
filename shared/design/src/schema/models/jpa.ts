import { bare } from "../dialect.ts";
import { type Annotated, annotatedIn, bodyOf, mark, marksOf, membersIn, splitMarks } from "./annotated.ts";
import { type Given, givenIn, itemsIn, namesIn, textIn } from "./calls.ts";
import { type Enums, type FieldText, fieldText, jpaColumn } from "./jpa-columns.ts";
import { snake } from "./names.ts";
import { insideOf, partsOf } from "./parts.ts";
import { keyOfSeveral, addUnique, columnOf, type ModelTable, newTable, type Piece } from "./table.ts";

interface Known {
  enums: Enums;
  /** Class → table. */
  names: ReadonlyMap<string, string>;
  classes: ReadonlyMap<string, Annotated>;
}

const className =
  /^(?:(?:public|abstract|final|open|data|sealed|internal)\s+)*class\s+(\w+)[^{(]*?(?:(?:extends\s+|\)?\s*:\s*)(\w+))?/;
const enumName = /^(?:(?:public|internal)\s+)?enum(?:\s+class)?\s+(\w+)/;

/** Entities of JPA in Java or Kotlin as tables, named as Spring names them where nothing is said. */
export function readJpa(text: string): Piece[] {
  const parts = annotatedIn(text, "\n;");
  const classes = new Map(parts.map((part) => [className.exec(part.code)?.[1] ?? "", part]));
  const enums = new Map(
    [
      ...parts.map(({ code }) => code),
      ...parts.flatMap(({ code }) => partsOf(bodyOf(code), "//", "\n;").map((part) => part.code)),
    ].flatMap((code) => {
      const name = enumName.exec(code)?.[1];
      return name === undefined ? [] : [[name, membersIn(bodyOf(code)).map((member) => member.name)]];
    }),
  );
  const names = new Map(
    [...classes].flatMap(([name, { marks }]) =>
      mark(marks, "Entity") === null
        ? []
        : [
            [
              name,
              textIn(mark(marks, "Table")?.named.get("name")) ??
                textIn(mark(marks, "Entity")?.named.get("name")) ??
                snake(name),
            ],
          ],
    ),
  );
  const known: Known = { enums, names, classes };
  return parts.flatMap((part): Piece[] => {
    const [, name = ""] = className.exec(part.code) ?? [];
    if (names.has(name)) return [...remark(part.comment), tableOf(part, names.get(name) ?? name, known)];
    const isKnown =
      /^(?:import|package)\b/.test(part.code) ||
      enumName.test(part.code) ||
      mark(part.marks, "MappedSuperclass", "Embeddable") !== null;
    return [...remark(isKnown ? "" : part.code), ...remark(part.comment)];
  });
}

const remark = (said: string): Piece[] => (said === "" ? [] : [{ remark: said }]);

function tableOf(part: Annotated, name: string, known: Known): ModelTable {
  const table = newTable(name);
  const fields = new Map<string, string>();
  for (const one of withBases(part, known, 0))
    for (const field of fieldsOf(one)) readField(field, table, known, fields);
  keyOfSeveral(table);
  const nameOf = (column: string): string =>
    columnOf(table, column) === undefined ? (fields.get(column) ?? snake(column)) : column;
  const said = mark(part.marks, "Table")?.named;
  for (const { named } of nestedIn(said?.get("uniqueConstraints"), "UniqueConstraint"))
    addUnique(table, namesIn(named.get("columnNames"), "//").map(nameOf));
  for (const { named } of nestedIn(said?.get("indexes"), "Index")) addIndex(table, named, nameOf);
  for (const { placed, named } of marksOf(part.marks, "Check")) {
    const check = textIn(named.get("constraints") ?? placed[0]);
    if (check !== null) table.constraints.push(`check (${check})`);
  }
  return table;
}

/** Parameters of a class of Kotlin, and what stands in its body. */
function fieldsOf({ code }: Annotated): Annotated[] {
  const head = code.slice(0, code.indexOf("{") === -1 ? code.length : code.indexOf("{"));
  const open = /\bclass\s+\w+\s*(?:\w+\s+)?\(/.exec(code);
  const isBefore = open !== null && open.index < head.length;
  const start = open === null ? 0 : open.index + open[0].length - 1;
  const parameters = isBefore ? insideOf(code, start, "//") : "";
  const body = isBefore ? code.slice(start + parameters.length + 2) : code;
  return [...annotatedIn(parameters, ","), ...annotatedIn(bodyOf(body), "\n;")];
}

const withBases = (part: Annotated, { classes, names }: Known, depth: number): Annotated[] => {
  const base = /\bextends\s+(\w+)|\)\s*:\s*(\w+)\(|class\s+\w+\s*:\s*(\w+)/.exec(part.code.slice(0, 4_000));
  const name = base?.slice(1).find((one) => one !== undefined) ?? "";
  const parent = classes.get(name);
  if (parent === undefined || depth > 8 || name === "" || names.has(name)) return [part];
  return [...withBases(parent, { classes, names, enums: new Map() }, depth + 1), part];
};

/** `@UniqueConstraint(…)` alone, in braces, or in brackets, with its sign or without. */
const nestedIn = (written: string | undefined, name: string): Given[] =>
  (written === undefined ? [] : /^[[{]/.test(written) ? itemsIn(written, "//") : [written]).flatMap((one) => {
    const [head] = new RegExp(`^@?(?:[\\w.]+\\.)?${name}\\(`).exec(one) ?? [];
    return head === undefined ? [] : [givenIn(insideOf(one, head.length - 1, "//"), "//")];
  });

function addIndex(table: ModelTable, named: Given["named"], nameOf: (column: string) => string): void {
  const list = textIn(named.get("columnList"))?.split(",") ?? [];
  const items = list.map((one) => one.trim().split(/\s+/));
  const columns = items.map(
    ([column = "", way = ""]) => `${bare(nameOf(column))}${/^desc$/i.test(way) ? " desc" : ""}`,
  );
  const name = textIn(named.get("name")) ?? undefined;
  if (named.get("unique") === "true")
    addUnique(
      table,
      items.map(([column = ""]) => nameOf(column)),
    );
  else if (columns.length > 0) table.indexes.push({ name, columns });
}

function readField(part: Annotated, table: ModelTable, known: Known, fields: Map<string, string>): void {
  const { marks, code, comment } = part;
  const field = fieldText(code);
  if (code === "") return void (comment === "" ? undefined : table.lines.push(comment));
  if (mark(marks, "Transient", "OneToMany") !== null || enumName.test(code)) return;
  if (field === null) return void table.lines.push(code);
  if (mark(marks, "ManyToOne", "OneToOne") !== null) return addReference(part, field, table, known, fields);
  const inner = mark(marks, "Embedded", "EmbeddedId") === null ? undefined : known.classes.get(field.type);
  if (inner !== undefined) {
    const isKey = mark(marks, "EmbeddedId") !== null;
    for (const one of fieldsOf(inner))
      readField(isKey ? { ...one, marks: [...one.marks, ...splitMarks("@Id").own] } : one, table, known, fields);
    return;
  }
  const column = jpaColumn(part, field, known.enums);
  if (column === null) return void table.lines.push([...marks.map(({ name }) => `@${name}`), code].join(" "));
  table.lines.push(column);
  fields.set(field.name, column.name);
}

/** `@ManyToOne(optional = false) @JoinColumn(name = "seat_id") Seat seat`. */
function addReference(
  part: Annotated,
  field: FieldText,
  table: ModelTable,
  { names }: Known,
  fields: Map<string, string>,
): void {
  const { marks, comment } = part;
  const relation = mark(marks, "ManyToOne", "OneToOne")?.named;
  if (relation?.has("mappedBy") === true) return;
  const join = mark(marks, "JoinColumn")?.named ?? new Map<string, string>();
  const name = textIn(join.get("name")) ?? `${snake(field.name)}_id`;
  const isDeleted = /CASCADE/.test(mark(marks, "OnDelete")?.named.get("action") ?? "");
  const refers = {
    table: names.get(field.type) ?? snake(field.type),
    column: textIn(join.get("referencedColumnName")) ?? undefined,
    onDelete: isDeleted ? "on delete cascade" : undefined,
  };
  fields.set(field.name, name);
  const earlier = columnOf(table, name);
  if (earlier !== undefined) {
    earlier.refers = refers;
    return;
  }
  const isKey = mark(marks, "Id", "MapsId") !== null;
  table.lines.push({
    name,
    type: "",
    isNullable: relation?.get("optional") !== "false" && join.get("nullable") !== "false" && field.mayBeNull,
    isKey,
    isUnique: mark(marks, "OneToOne") !== null || join.get("unique") === "true",
    refers,
    comment,
  });
}
