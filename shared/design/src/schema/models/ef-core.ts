import { textIn } from "./calls.ts";
import { membersIn } from "./annotated.ts";
import {
  type CsharpClass,
  csharpClass,
  type CsharpPart,
  csharpParts,
  membersOf,
  type Property,
  propertyOf,
} from "./csharp.ts";
import { attribute, efColumn, type Enums } from "./ef-columns.ts";
import { type Entity, readBuilder, readModelBuilder } from "./ef-fluent.ts";
import { snake } from "./names.ts";
import { insideOf } from "./parts.ts";
import { addUnique, columnOf, columnsOf, isIndexedAlready, newTable, type Piece } from "./table.ts";
import { bare } from "../dialect.ts";

/** Classes of Entity Framework with what their context says of them, as tables. */
export function readEfCore(text: string): Piece[] {
  const parts = csharpParts(text);
  const classes = parts.flatMap((part) => csharpClass(part) ?? []);
  const enums: Enums = new Map(parts.flatMap(({ code }) => enumOf(code)));
  const sets = new Map(
    [...text.matchAll(/\bDbSet<(\w+)>\??\s+(\w+)/g)].map(([, type = "", name = ""]) => [type, name]),
  );
  const told = new Set([
    ...sets.keys(),
    ...[...text.matchAll(/\b(?:Entity|IEntityTypeConfiguration)<(\w+)>/g)].map(([, name = ""]) => name),
  ]);
  const isEntity = ({ name, body, marks }: CsharpClass): boolean =>
    told.has(name) || attribute(marks, "Table") !== null || (told.size === 0 && /\{\s*get;/.test(body));
  const isSnake = text.includes("UseSnakeCaseNamingConvention");
  const columnName = (name: string): string => (isSnake ? snake(name) : name);
  const entities = new Map<string, Entity>();
  for (const one of classes.filter(isEntity)) {
    const name = textIn(attribute(one.marks, "Table")?.placed[0]) ?? columnName(sets.get(one.name) ?? one.name);
    entities.set(one.name, newEntity(name));
  }
  for (const one of classes) {
    const entity = entities.get(one.name);
    if (entity !== undefined) readClass(one, classes, entity, { enums, entities, columnName });
  }
  const pieces: Piece[] = [];
  const known = { enums, entityOf: (name: string) => entities.get(name), pieces };
  for (const one of classes) {
    const [, configured = ""] = /IEntityTypeConfiguration<(\w+)>/.exec(one.bases) ?? [];
    const body = methodBody(one.body, configured === "" ? "OnModelCreating" : "Configure");
    const entity = entities.get(configured);
    if (entity !== undefined) readBuilder(body, entity, known);
    else if (body !== "") readModelBuilder(body, known);
  }
  for (const { table } of entities.values()) indexReferences(table);
  const own = parts.flatMap((part) => piecesOf(part, entities));
  return [...own, ...pieces];
}

const newEntity = (name: string): Entity => ({
  table: newTable(name),
  fields: new Map(),
  navigations: new Map(),
  types: new Map(),
});

function enumOf(code: string): [string, { name: string; value: string }[]][] {
  const name = /^(?:\[[^\]]*\]\s*)?(?:(?:public|internal)\s+)?enum\s+(\w+)/.exec(code)?.[1];
  return name === undefined ? [] : [[name, membersIn(insideOf(code, code.indexOf("{"), "//"))]];
}

function methodBody(body: string, name: string): string {
  const at = body.search(new RegExp(`\\b${name}\\s*\\(`));
  const open = at === -1 ? -1 : body.indexOf("{", at);
  const arrow = at === -1 ? -1 : body.indexOf("=>", at);
  if (arrow !== -1 && (open === -1 || arrow < open) && /^\)\s*$/.test(body.slice(body.lastIndexOf(")", arrow), arrow)))
    return body.slice(arrow + 2).split(/;\s*\n/)[0] ?? "";
  return open === -1 ? "" : insideOf(body, open, "//");
}

function piecesOf(part: CsharpPart, entities: ReadonlyMap<string, Entity>): Piece[] {
  const { code, comment } = part;
  const said: Piece[] = comment === "" ? [] : [{ remark: comment }];
  const one = csharpClass(part);
  const entity = entities.get(one?.name ?? "");
  if (entity !== undefined) return [...said, entity.table];
  const sql = textIn(/^\w+\.Sql\(\s*(.*)\)$/s.exec(code)?.[1]);
  if (sql !== null) return [...said, { sql }];
  const isKnown = /^(?:global\s+)?(?:using|namespace)\b/.test(code) || enumOf(code).length > 0;
  const isContext = one !== null && /\bDbContext\b|IEntityTypeConfiguration</.test(one.bases);
  return isKnown || isContext || code === "" ? said : [...said, { remark: code }];
}

interface Reading {
  enums: Enums;
  entities: ReadonlyMap<string, Entity>;
  columnName: (name: string) => string;
}

function readClass(one: CsharpClass, classes: readonly CsharpClass[], entity: Entity, reading: Reading): void {
  const { table, fields, navigations, types } = entity;
  const parts = withBases(one, classes, 0).flatMap(({ body }) => csharpParts(body));
  const properties = parts.flatMap((part) => propertyOf(part) ?? []);
  for (const part of parts) {
    const property = propertyOf(part);
    if (property === null || attribute(property.marks, "NotMapped") !== null) {
      table.lines.push(...[part.code, part.code === "" ? part.comment : ""].filter((line) => line !== ""));
    } else if (reading.entities.has(property.type)) navigations.set(property.name, property.type);
    else if (
      !/^(?:I?(?:List|Collection|Enumerable|ReadOnlyCollection|ReadOnlyList)|HashSet)<[A-Z]/.test(property.type)
    ) {
      const column = efColumn(property, reading.enums, reading.columnName);
      const isXmin = property.type === "uint" && attribute(property.marks, "Timestamp") !== null;
      if (column === null || isXmin) table.lines.push(part.code);
      else {
        table.lines.push(column);
        fields.set(property.name, column.name);
        types.set(property.name, property.type);
      }
    }
  }
  keyByName(one, entity);
  for (const [field, type] of navigations) addNavigation(field, type, properties, entity, reading);
  for (const mark of one.marks.filter(({ name }) => name === "Index")) {
    const names = membersOf(mark.inside ?? "").map((name) => fields.get(name) ?? name);
    const columns = names.filter((name) => columnOf(table, name) !== undefined);
    if (/IsUnique\s*=\s*true/.test(mark.inside ?? "")) addUnique(table, columns);
    else table.indexes.push({ columns: columns.map(bare) });
  }
  const [key] = one.marks.filter(({ name }) => name === "PrimaryKey");
  if (key !== undefined) table.key = membersOf(key.inside ?? "").map((name) => fields.get(name) ?? name);
}

const withBases = (one: CsharpClass, classes: readonly CsharpClass[], depth: number): CsharpClass[] => {
  const parent = classes.find(({ name }) => new RegExp(`:\\s*${name}\\b`).test(one.bases));
  return parent === undefined || depth > 8 ? [one] : [...withBases(parent, classes, depth + 1), one];
};

/** `Id`, `SeatId` of a seat, or what is marked: counted, or a random one. */
function keyByName({ name }: CsharpClass, { table, fields, types }: Entity): void {
  const columns = columnsOf(table);
  const marked = columns.filter(({ isKey }) => isKey === true);
  if (marked.length > 1) table.key = marked.map((column) => column.name);
  const named = ["Id", `${name}Id`].map((one) => fields.get(one)).find((one) => one !== undefined);
  const key = marked[0] ?? (named === undefined ? undefined : columnOf(table, named));
  if (key === undefined || marked.length > 1) return;
  key.isKey = true;
  const type = [...fields].find(([, column]) => column === key.name)?.[0] ?? "";
  if (/^(?:long|int|short)$/.test(types.get(type) ?? "")) key.isCounted = true;
  if (types.get(type) === "Guid") key.default = "gen_random_uuid()";
}

/** `Seat Seat` beside `Guid SeatId`; without it, a column of that name. */
function addNavigation(
  field: string,
  type: string,
  properties: readonly Property[],
  entity: Entity,
  reading: Reading,
): void {
  const { table, fields } = entity;
  const property = properties.find(({ name }) => name === field);
  const said = textIn(attribute(property?.marks ?? [], "ForeignKey")?.placed[0]);
  const key = said ?? membersOf(attribute(property?.marks ?? [], "ForeignKey")?.placed[0] ?? "")[0] ?? `${field}Id`;
  const other = reading.entities.get(type);
  if (other === undefined) return;
  // The table's name may still change, so it is looked up when all has been read.
  const refers = {
    get table() {
      return other.table.name;
    },
  };
  const column = columnOf(table, fields.get(key) ?? key);
  if (column !== undefined) column.refers = refers;
  else if (property !== undefined) {
    const name = reading.columnName(key);
    fields.set(key, name);
    table.lines.push({ name, type: "", isNullable: property.isOptional, refers, comment: property.comment });
  }
  fields.set(field, fields.get(key) ?? key);
}

/** Entity Framework indexes what refers to another table. */
function indexReferences(table: Entity["table"]): void {
  for (const { name, refers } of columnsOf(table))
    if (refers !== undefined && !isIndexedAlready(table, name)) table.indexes.push({ columns: [bare(name)] });
}
