import { bare } from "../dialect.ts";
import { givenIn, itemsIn, textIn, type Word, wordsIn } from "./calls.ts";
import { type Block, blocksIn, writtenIn } from "./indented.ts";
import { snake } from "./names.ts";
import { partsOf } from "./parts.ts";
import { choicesIn, choicesWithin } from "./python-enums.ts";
import type { Choices } from "./python-values.ts";
import { alchemyColumn } from "./sqlalchemy-columns.ts";
import { readTableItem } from "./sqlalchemy-items.ts";
import { columnCall, typeOfHint } from "./sqlalchemy-types.ts";
import { keyOfSeveral, isIndexedAlready, type ModelTable, newTable, type Piece, together } from "./table.ts";

interface Reading {
  choices: Choices;
  classes: ReadonlyMap<string, Block>;
  tables: Map<string, ModelTable>;
  /** `intpk = Annotated[int, mapped_column(primary_key=True)]`. */
  aliases: ReadonlyMap<string, string>;
}

/** Models of SQLAlchemy and SQLModel, tables of its core, and migrations of Alembic, as tables. */
export function readAlchemy(text: string): Piece[] {
  const blocks = blocksIn(partsOf(text, "#", "\n"));
  const classes = new Map(
    blocks.flatMap((block) => (classOf(block) === null ? [] : [[classOf(block)?.name ?? "", block]])),
  );
  const aliases = new Map(
    blocks.flatMap(({ head }) => {
      const [, name, inside] = /^(\w+)\s*=\s*(?:\w+\.)?Annotated\[(.*)\]$/s.exec(head.code) ?? [];
      return name === undefined || inside === undefined ? [] : [[name, inside]];
    }),
  );
  const reading: Reading = { choices: choicesIn(blocks), classes, tables: new Map(), aliases };
  return blocks.flatMap((block) => piecesOf(block, reading));
}

function classOf({ head }: Block): { name: string; bases: string[] } | null {
  const [, name, bases = ""] = /^class (\w+)(?:\(([^)]*)\))?:/.exec(head.code) ?? [];
  return name === undefined ? null : { name, bases: bases.split(",").map((base) => base.trim()) };
}

/** The name that a class gives its table; null where it has none. */
function tableName(block: Block): string | null {
  const { name = "", bases = [] } = classOf(block) ?? {};
  const said = block.body.flatMap(
    ({ head }) => textIn(/^__tablename__(?:\s*:[^=]+)?\s*=\s*(.*)$/.exec(head.code)?.[1]) ?? [],
  )[0];
  if (said !== undefined) return said;
  if (bases.some((base) => /^table\s*=\s*True$/.test(base))) return name.toLowerCase();
  return bases.includes("db.Model") ? snake(name) : null;
}

function piecesOf(block: Block, reading: Reading): Piece[] {
  const { code, comment } = block.head;
  const said = code === "" || comment === "" ? [] : [{ remark: comment }];
  const name = tableName(block);
  if (name !== null) return [...said, tableOfClass(block, name, reading)];
  if (
    /^(?:from\b.*\bimport\b|import\b|class \w+\(.*(?:Enum|DeclarativeBase)\b|\w+\s*=\s*(?:declarative_base|MetaData|SQLAlchemy)\b|(?:down_)?revision\b|pass$)/.test(
      code,
    )
  )
    return [];
  if (/^def downgrade\b/.test(code)) return [];
  if (/^def upgrade\b/.test(code)) return block.body.flatMap((line) => piecesOf(line, reading));
  const call = wordsIn(code, "#").find(({ inside }) => inside !== null);
  const made = call === undefined ? null : pieceOfCall(call, reading);
  return made ?? (isUsed(block, reading) ? [] : [{ remark: writtenIn(block) }]);
}

/** Of a mixin its columns stand in the tables that take it. */
const isUsed = (block: Block, { classes }: Reading): boolean => {
  const name = classOf(block)?.name;
  return name !== undefined && [...classes.values()].some((one) => classOf(one)?.bases.includes(name));
};

function tableOfClass(block: Block, name: string, reading: Reading): ModelTable {
  const table = newTable(name);
  reading.tables.set(name, table);
  const names = new Map<string, string>();
  const nameOf = (attribute: string): string => names.get(attribute) ?? attribute;
  const choices = choicesWithin(reading.choices, classOf(block)?.name ?? "");
  for (const one of withBases(block, reading, 0))
    for (const line of one.body) readAttribute(line, { ...reading, choices }, table, names);
  for (const { head } of block.body) {
    const args = /^__table_args__\s*=\s*(.*)$/s.exec(head.code)?.[1];
    for (const item of itemsIn(args, "#"))
      if (!readTableItem(item, table, nameOf, choices) && !item.startsWith('"')) table.lines.push(item);
  }
  keyOfSeveral(table);
  return table;
}

const withBases = (block: Block, reading: Reading, depth: number): Block[] => [
  ...(classOf(block)?.bases ?? []).flatMap((base) => {
    const parent = reading.classes.get(base);
    return parent === undefined || depth > 8 || tableName(parent) !== null ? [] : withBases(parent, reading, depth + 1);
  }),
  block,
];

function readAttribute(line: Block, reading: Reading, table: ModelTable, names: Map<string, string>): void {
  const { code, comment } = line.head;
  const [, name = "", hinted = "", value = ""] = /^(\w+)\s*(?::\s*([^=]+?))?(?:\s*=\s*(.*))?$/s.exec(code) ?? [];
  if (/^(?:__\w+__|model_config|metadata)\b/.test(code) || code === "pass") return;
  if (/\b(?:relationship|Relationship|association_proxy)\(/.test(value)) return;
  const alias = reading.aliases.get(/^(?:Mapped\[)?(\w+)\]?$/.exec(hinted)?.[1] ?? "");
  const [aliased = "", aliasCall = ""] = alias === undefined ? [] : itemsIn(`[${alias}]`, "#");
  const hint = hinted === "" ? null : typeOfHint(aliased === "" ? hinted : aliased, reading.choices);
  const call = columnCall(value);
  const inside = [columnCall(aliasCall)?.inside ?? "", call?.inside ?? (value === "" ? "" : `default=${value}`)];
  const isColumn = call !== null || (hint !== null && !code.startsWith("def "));
  const made = isColumn
    ? alchemyColumn(name, inside.filter((one) => one !== "").join(", "), hint, reading.choices)
    : null;
  if (made === null) {
    if (!/^class \w+\(.*Enum\b/.test(code)) table.lines.push(writtenIn(line));
    return;
  }
  made.column.comment = together(comment, made.column.comment);
  table.lines.push(made.column);
  names.set(name, made.column.name);
  if (made.isIndexed && !isIndexedAlready(table, made.column.name))
    table.indexes.push({ columns: [bare(made.column.name)] });
}

const namedBy = /^\w+\s*=(?!=)/;

/** `Table("seats", metadata, Column(…))`, `op.create_table(…)`, `op.create_index(…)`; null for what is none of them. */
function pieceOfCall({ name, inside }: Word, reading: Reading): Piece[] | null {
  const { placed, named } = givenIn(inside ?? "", "#");
  const first = textIn(placed[0]);
  const same = (attribute: string): string => attribute;
  if ((name === "Table" || name === "create_table") && first !== null) {
    const table = newTable(first);
    reading.tables.set(first, table);
    for (const { code: item, comment } of partsOf(inside ?? "", "#", ",").slice(name === "Table" ? 2 : 1)) {
      const call = columnCall(item);
      const made = call === null ? null : alchemyColumn("", call.inside ?? "", null, reading.choices);
      if (made !== null) table.lines.push({ ...made.column, comment: together(comment, made.column.comment) });
      else if (item === "") table.lines.push(comment);
      else if (!namedBy.test(item) && !readTableItem(item, table, same, reading.choices)) table.lines.push(item);
      if (made?.isIndexed === true) table.indexes.push({ columns: [bare(made.column.name)] });
    }
    keyOfSeveral(table);
    return [table];
  }
  if (name === "execute") {
    const sql = textIn(placed[0]) ?? textIn(wordsIn(placed[0] ?? "", "#").at(-1)?.inside ?? "");
    return sql === null ? null : [{ sql }];
  }
  const onto = name === "add_column" ? first : textIn(placed[1]);
  const table = reading.tables.get(onto ?? "");
  if (table === undefined) return null;
  const options = [...named].map(([key, value]) => `${key}=${value}`);
  if (name === "add_column") {
    const made = alchemyColumn("", columnCall(placed[1] ?? "")?.inside ?? "", null, reading.choices);
    if (made !== null) table.lines.push(made.column);
    return made === null ? null : [];
  }
  if (name === "create_index")
    return readTableItem(
      `Index(${[placed[0], ...itemsIn(placed[2], "#"), ...options].join(", ")})`,
      table,
      same,
      reading.choices,
    )
      ? []
      : null;
  if (name === "create_unique_constraint")
    return readTableItem(`UniqueConstraint(${itemsIn(placed[2], "#").join(", ")})`, table, same, reading.choices)
      ? []
      : null;
  if (name === "create_check_constraint")
    return readTableItem(`CheckConstraint(${placed[2] ?? ""})`, table, same, reading.choices) ? [] : null;
  return null;
}
