import { bare } from "../dialect.ts";
import { objectIn } from "./annotated.ts";
import { itemsIn, namesIn, textIn, wordsIn } from "./calls.ts";
import { plural, snake } from "./names.ts";
import { insideOf, partsOf } from "./parts.ts";
import { sequelizeColumn } from "./sequelize-columns.ts";
import {
  keyOfSeveral,
  addUnique,
  columnOf,
  columnsOf,
  type ModelTable,
  newTable,
  type Piece,
  sqlText,
} from "./table.ts";

interface Model {
  table: ModelTable;
  /** Field → column. */
  fields: Map<string, string>;
  columnName: (field: string) => string;
}

/** Models and migrations of Sequelize as tables. */
export function readSequelize(text: string): Piece[] {
  const models = new Map<string, Model>();
  const pieces = readParts(text, models);
  for (const { table } of models.values())
    for (const column of columnsOf(table)) {
      const other = models.get(column.refers?.table ?? "");
      if (other !== undefined && column.refers !== undefined)
        column.refers = { ...column.refers, table: other.table.name };
    }
  return pieces;
}

function readParts(text: string, models: Map<string, Model>): Piece[] {
  return partsOf(text, "//", "\n;").flatMap(({ code, comment }): Piece[] => {
    const said: Piece[] = comment === "" ? [] : [{ remark: comment }];
    if (/^(?:async\s+)?down\b|^down:/.test(code)) return said;
    const wrapped = /^(?:module\.exports\s*=|export default|(?:async\s+)?up\b)[^{]*(?=\{)/.exec(code);
    if (wrapped !== null) {
      const inner = insideOf(code, wrapped[0].length, "//");
      // Methods of an object are parted by commas.
      return [...said, ...partsOf(inner, "//", ",;\n").flatMap((part) => readParts(part.code, models))];
    }
    const call = wordsIn(code, "//").find(({ name, inside }) => inside !== null && calls.test(name));
    const made = call === undefined ? null : pieceOf(code, call.name, itemsIn(`(${call.inside ?? ""})`, "//"), models);
    if (made !== null) return [...said, ...made];
    const isKnown =
      code === "" ||
      /^(?:import\b|export\b(?!.*define)|(?:const|let) .*require\(|return\b|class \w+ extends Model\b|['"]use strict)/.test(
        code,
      );
    return isKnown ? said : [...said, { remark: code }];
  });
}

const calls = /^(?:define|init|createTable|addIndex|addConstraint|belongsTo|hasMany|hasOne|belongsToMany|query)$/;

function pieceOf(code: string, called: string, given: string[], models: Map<string, Model>): Piece[] | null {
  const [first = "", second = "", third = ""] = given;
  if (called === "define" || called === "createTable") {
    const name = textIn(first) ?? "";
    return name === "" ? null : [tableOf(name, second, objectIn(third), called === "createTable", models)];
  }
  if (called === "init") {
    const name = /(\w+)\.init\(/.exec(code)?.[1] ?? "";
    return name === "" ? null : [tableOf(name, first, objectIn(second), false, models)];
  }
  if (called === "query") {
    const sql = textIn(first);
    return sql === null ? null : [{ sql }];
  }
  if (called === "belongsTo")
    return addReference(/(\w+)\.belongsTo\(/.exec(code)?.[1] ?? "", first, objectIn(second), models);
  if (/^(?:hasMany|hasOne|belongsToMany)$/.test(called)) return [];
  const model = models.get(textIn(first) ?? "");
  const list = second.startsWith("[") ? second : objectIn(second).get("fields");
  const options = objectIn(second.startsWith("{") ? second : third);
  return model !== undefined && addIndex(model, list, options, called === "addConstraint") ? [] : null;
}

function tableOf(
  name: string,
  attributes: string,
  options: ReadonlyMap<string, string>,
  isMigration: boolean,
  models: Map<string, Model>,
): ModelTable {
  const said = textIn(options.get("tableName"));
  const table = newTable(said ?? (isMigration || options.get("freezeTableName") === "true" ? name : plural(name)));
  const columnName = (field: string): string => (options.get("underscored") === "true" ? snake(field) : field);
  const model: Model = { table, fields: new Map(), columnName };
  models.set(name, model);
  const groups = new Map<string, string[]>();
  for (const { code, comment } of partsOf(insideOf(attributes, attributes.indexOf("{"), "//"), "//", ",")) {
    const [head = "", field = ""] = /^["']?(\w+)["']?\s*:\s*/.exec(code) ?? [];
    const made = head === "" ? null : sequelizeColumn(columnName(field), code.slice(head.length), comment);
    if (made === null) {
      table.lines.push(code === "" ? comment : code);
      continue;
    }
    table.lines.push(made.column);
    model.fields.set(field, made.column.name);
    if (made.group !== null) groups.set(made.group, [...(groups.get(made.group) ?? []), made.column.name]);
  }
  keyOfSeveral(table);
  if (!isMigration && !columnsOf(table).some(({ isKey }) => isKey === true))
    table.lines.unshift({ name: "id", type: "integer", isNullable: false, isKey: true, isCounted: true });
  if (!isMigration && options.get("timestamps") !== "false")
    for (const stamp of ["createdAt", "updatedAt"].filter((one) => options.get(one) !== "false"))
      table.lines.push({
        name: columnName(textIn(options.get(stamp)) ?? stamp),
        type: "timestamptz",
        isNullable: false,
        default: "now()",
      });
  for (const columns of groups.values()) addUnique(table, columns);
  for (const index of itemsIn(options.get("indexes"), "//"))
    addIndex(model, objectIn(index).get("fields"), objectIn(index), false);
  return table;
}

/** `{ unique: true, fields: ["seatId"], where: { status: "held" } }`. */
function addIndex(
  { table, fields }: Model,
  list: string | undefined,
  options: ReadonlyMap<string, string>,
  isConstraint: boolean,
): boolean {
  const columns = namesIn(list, "//").map((field) => fields.get(field) ?? field);
  const type = textIn(options.get("type"))?.toLowerCase() ?? "";
  const isUnique = options.get("unique") === "true" || type === "unique";
  const written = options.get("where");
  const where = written === undefined ? undefined : conditionSql(written, (field) => fields.get(field) ?? field);
  if (columns.length === 0 || where === null) return false;
  if (type === "primary key") table.key = columns;
  else if (type === "foreign key") {
    const references = objectIn(options.get("references"));
    const [column] = columns.flatMap((name) => columnOf(table, name) ?? []);
    if (column === undefined) return false;
    column.refers = {
      table: textIn(references.get("table")) ?? "",
      column: textIn(references.get("field")) ?? undefined,
    };
  } else if (isUnique)
    addUnique(table, columns, where, isConstraint ? undefined : (textIn(options.get("name")) ?? undefined));
  else if (isConstraint) return false;
  else table.indexes.push({ name: textIn(options.get("name")) ?? undefined, columns: columns.map(bare), where });
  return true;
}

/** `{ status: "held", releasedAt: null, kind: ["a", "b"] }` as SQL; null for what else is said. */
function conditionSql(written: string, nameOf: (field: string) => string): string | null {
  const sides = [...objectIn(written)].map(([field, value]) => {
    const text = textIn(value);
    const values = value.startsWith("[") ? namesIn(value, "//") : [];
    if (values.length > 0) return `${bare(nameOf(field))} in (${values.map(sqlText).join(", ")})`;
    if (value === "null") return `${bare(nameOf(field))} is null`;
    return text === null && !/^(?:\d+|true|false)$/.test(value)
      ? null
      : `${bare(nameOf(field))} = ${text === null ? value : sqlText(text)}`;
  });
  return sides.length === 0 || sides.includes(null) ? null : sides.join(" and ");
}

/** `Seat.belongsTo(Event, { foreignKey: "eventId" })`. */
function addReference(
  own: string,
  other: string,
  options: ReadonlyMap<string, string>,
  models: ReadonlyMap<string, Model>,
): Piece[] | null {
  const model = models.get(own);
  const there = models.get(other.split(".").at(-1) ?? other);
  if (model === undefined || there === undefined) return null;
  const key = options.get("foreignKey");
  const said = key?.startsWith("{") === true ? objectIn(key) : new Map([["name", key ?? ""]]);
  const field = textIn(said.get("name")) ?? `${(other[0] ?? "").toLowerCase()}${other.slice(1)}Id`;
  const rule = textIn(options.get("onDelete"))?.toLowerCase();
  const refers = {
    table: there.table.name,
    onDelete: rule === undefined || rule === "restrict" ? undefined : `on delete ${rule}`,
  };
  const column = columnOf(model.table, model.fields.get(field) ?? field);
  if (column !== undefined) column.refers = refers;
  else
    model.table.lines.push({
      name: model.columnName(field),
      type: "",
      isNullable: said.get("allowNull") !== "false",
      refers,
    });
  return [];
}
