import { textIn } from "./calls.ts";
import { metaOf, readMeta } from "./django-meta.ts";
import { fieldCall, fieldColumn } from "./django-fields.ts";
import { type Block, blocksIn, writtenIn } from "./indented.ts";
import { plural, snake } from "./names.ts";
import { insideOf, partsOf } from "./parts.ts";
import { choicesIn, choicesWithin } from "./python-enums.ts";
import { columnsOf, isIndexedAlready, newTable, type ModelTable, type Piece, together } from "./table.ts";

interface Model {
  name: string;
  bases: string[];
  block: Block;
  table: string;
}

/** Models of Django as tables. One without `db_table` has the plural of its name. */
export function readDjango(text: string): Piece[] {
  const blocks = blocksIn(partsOf(text, "#", "\n"));
  const classes = blocks.flatMap(modelOf);
  const models = new Map<string, Model>();
  for (const one of classes) if (isModel(one, models)) models.set(one.name, one);
  const choices = choicesIn(blocks);
  const tables = new Map(classes.flatMap(({ name, table }) => (models.has(name) ? [[name, table]] : [])));
  return blocks.flatMap((block): Piece[] => {
    const model = [...models.values()].find((one) => one.block === block);
    if (model === undefined) return leftOf(block);
    if (metaOf(block).get("abstract") === "True") return [];
    const within = choicesWithin(choices, model.name);
    const tableOf = (name: string): string => tableNamed(name, model, tables);
    const table = newTable(model.table);
    const more: Piece[] = [];
    const fields = new Map<string, string>();
    for (const one of withBases(model, models)) readFields(one.block, { table, within, tableOf, fields, more });
    if (!columnsOf(table).some(({ isKey }) => isKey === true))
      table.lines.unshift({ name: "id", type: "bigint", isNullable: false, isKey: true, isCounted: true });
    const remarks = readMeta(block, table, { choices: within, columnOf: (field) => fields.get(field) ?? field });
    for (const indexed of fields.get(" indexed")?.split(" ") ?? [])
      if (!isIndexedAlready(table, indexed)) table.indexes.push({ columns: [indexed] });
    table.lines.push(...remarks);
    return [table, ...more];
  });
}

function modelOf(block: Block): Model[] {
  const [, name, bases = ""] = /^class (\w+)\(([^)]*)\):/.exec(block.head.code) ?? [];
  if (name === undefined) return [];
  const table = textIn(metaOf(block).get("db_table"))?.replaceAll('"', "") ?? plural(snake(name));
  return [{ name, bases: bases.split(",").map((base) => base.trim()), block, table }];
}

const isModel = ({ bases }: Model, models: ReadonlyMap<string, Model>): boolean =>
  bases.some(
    (base) => /(?:^|\.)(?:Model|Abstract(?:Base)?User|TimeStamped(?:Model|edModel)?)$/.test(base) || models.has(base),
  );

const withBases = (model: Model, models: ReadonlyMap<string, Model>, depth = 0): Model[] => [
  ...(depth > 8
    ? []
    : model.bases.flatMap((base) => {
        const parent = models.get(base);
        return parent === undefined ? [] : withBases(parent, models, depth + 1);
      })),
  model,
];

/** The table of a model by its name, its path, `"self"`, or the setting for users. */
function tableNamed(name: string, own: Model, tables: ReadonlyMap<string, string>): string {
  if (name === "self") return own.table;
  const last = name.split(".").at(-1) ?? name;
  const meant = /USER_MODEL$|^get_user_model\(\)$/.test(name)
    ? ([...tables.keys()].find((model) => /User|Account|Customer/.test(model)) ?? "User")
    : last;
  return tables.get(meant) ?? plural(snake(meant));
}

interface Reading {
  table: ModelTable;
  within: ReturnType<typeof choicesIn>;
  tableOf: (name: string) => string;
  /** Field → column. */
  fields: Map<string, string>;
  /** Tables between two. */
  more: Piece[];
}

function readFields(block: Block, { table, within, tableOf, fields, more }: Reading): void {
  for (const line of block.body) {
    const { code, comment } = line.head;
    const [head, name = ""] = /^(\w+)(?:\s*:[^=]+)?\s*=\s*/.exec(code) ?? [];
    const call = head === undefined ? null : fieldCall.exec(code.slice(head.length));
    const kind = call?.[1] ?? "";
    const inside = head === undefined || call === null ? "" : insideOf(code, head.length + call[0].length - 1, "#");
    const field = call === null ? null : fieldColumn(name, kind, inside, within, tableOf);
    if (field !== null) {
      field.column.comment = together(comment, field.column.comment);
      table.lines.push(field.column);
      fields.set(name, field.column.name);
      if (field.isIndexed) fields.set(" indexed", `${fields.get(" indexed") ?? ""} ${field.column.name}`.trim());
    } else if (kind === "ManyToManyField" && !inside.includes("through=")) {
      more.push(between(table.name, name, tableOf(textIn(inside.split(",")[0]) ?? inside.split(",")[0]?.trim() ?? "")));
    } else if (!/^class (?:Meta\b|\w+\(.*(?:Choices|Enum)\b)/.test(code)) table.lines.push(writtenIn(line));
  }
}

/** The table that Django puts between two of many to many. */
function between(own: string, field: string, other: string): ModelTable {
  const column = (table: string) => ({
    name: `${singularOf(table)}_id`,
    type: "",
    isNullable: false,
    refers: { table, onDelete: "on delete cascade" },
  });
  const table = newTable(`${own}_${field}`);
  table.lines.push(column(own), column(other));
  table.key = [column(own).name, column(other).name];
  return table;
}

const singularOf = (table: string): string => table.replace(/ies$/, "y").replace(/s$/, "");

/** What stands beside the models: imports say nothing of tables, all else is kept as a comment. */
function leftOf(block: Block): Piece[] {
  const { code } = block.head;
  if (/^(?:from\b.*\bimport\b|import\b)/.test(code) || /^class \w+\(.*(?:Choices|Enum)\b/.test(code)) return [];
  return [{ remark: writtenIn(block) }];
}
