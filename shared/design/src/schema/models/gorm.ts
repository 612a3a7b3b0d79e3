import { bare } from "../dialect.ts";
import { gormColumn, type GormField, gormFields, type Labels } from "./gorm-columns.ts";
import { plural, snake } from "./names.ts";
import { insideOf, partsOf } from "./parts.ts";
import { keyOfSeveral, addUnique, columnOf, type ModelIndex, type ModelTable, newTable, type Piece } from "./table.ts";

interface Known {
  /** Struct → its fields. */
  structs: ReadonlyMap<string, GormField[]>;
  /** Struct → table. */
  names: ReadonlyMap<string, string>;
  labels: Labels;
}

/** Structs of GORM as tables. */
export function readGorm(text: string): Piece[] {
  const parts = partsOf(text, "//", "\n").flatMap((part) =>
    part.code.startsWith("type (")
      ? partsOf(insideOf(part.code, 5, "//"), "//", "\n").map((one) => ({ ...one, code: `type ${one.code}` }))
      : [part],
  );
  const structs = new Map(
    parts.flatMap(({ code }) => {
      const [head, name] = /^type\s+(\w+)\s+struct\s*(?=\{)/.exec(code) ?? [];
      return head === undefined || name === undefined ? [] : [[name, gormFields(insideOf(code, head.length, "//"))]];
    }),
  );
  const said = new Map(
    [...text.matchAll(/^func \((?:\w+ )?\*?(\w+)\) TableName\(\) string \{\s*return "([^"]+)"/gm)].map(
      ([, name = "", table = ""]) => [name, table],
    ),
  );
  const isModel = (name: string, fields: GormField[]): boolean =>
    said.has(name) || fields.some(({ tag, type }) => tag !== "" || type === "gorm.Model");
  const names = new Map(
    [...structs].flatMap(([name, fields]) =>
      isModel(name, fields) ? [[name, said.get(name) ?? plural(snake(name))]] : [],
    ),
  );
  const known: Known = { structs, names, labels: labelsIn(text) };
  return parts.flatMap(({ code, comment }): Piece[] => {
    const name = /^type\s+(\w+)\s+struct\b/.exec(code)?.[1] ?? "";
    const remark: Piece[] = comment === "" ? [] : [{ remark: comment }];
    const table = names.get(name);
    if (table !== undefined) return [...remark, tableOf(name, table, known)];
    const isKnown =
      /^(?:package|import|const)\b|\bTableName\(\)|^type\s+\w+\s+string$/.test(code) ||
      code === "" ||
      structs.has(name);
    return isKnown ? remark : [...remark, { remark: code }];
  });
}

/** `const ( Held Status = "held" )`: a type with its values. */
function labelsIn(text: string): Labels {
  const labels = new Map<string, string[]>();
  for (const [, type = "", value = ""] of text.matchAll(/^[ \t]{0,8}(?:const[ \t]+)?\w+\s+(\w+)\s*=\s*"([^"\n]*)"/gm))
    labels.set(type, [...(labels.get(type) ?? []), value]);
  return labels;
}

function tableOf(struct: string, name: string, known: Known): ModelTable {
  const table = newTable(name);
  const indexes = new Map<string, ModelIndex>();
  const fields = flattened(known.structs.get(struct) ?? [], known, 0);
  for (const field of fields) {
    const column = field.name === "" ? null : gormColumn(field, known.labels);
    const isOther = known.structs.has(field.type.replaceAll(/[[\]*]/g, ""));
    if (column === null) {
      if (!isOther && field.tag !== "-") table.lines.push(field.written);
      continue;
    }
    table.lines.push(column);
    for (const { name: index, isUnique, where } of field.indexes) {
      const at = index === "" ? column.name : index;
      const one = indexes.get(at) ?? { name: index === "" ? undefined : index, columns: [], isUnique, where };
      one.columns.push(column.name);
      indexes.set(at, { ...one, where: one.where ?? where });
    }
  }
  for (const { name: index, columns, isUnique, where } of indexes.values()) {
    if (isUnique === true) addUnique(table, columns, where, index);
    else table.indexes.push({ name: index, columns: columns.map(bare), where });
  }
  keyOfSeveral(table);
  for (const field of fields) addReference(field, table, known);
  return table;
}

const model: GormField[] = gormFields(
  'ID uint `gorm:"primaryKey"`\nCreatedAt time.Time\nUpdatedAt time.Time\nDeletedAt gorm.DeletedAt `gorm:"index"`',
);

/** What is embedded stands in its own place. */
const flattened = (fields: GormField[], known: Known, depth: number): GormField[] =>
  fields.flatMap((field) => {
    if (field.type === "gorm.Model" && field.name === "") return model;
    const inner = field.name === "" || /\bembedded\b/.test(field.tag) ? known.structs.get(field.type) : undefined;
    return inner === undefined || depth > 8 ? [field] : flattened(inner, known, depth + 1);
  });

/** `SeatID uint` beside `Seat Seat`. */
function addReference(field: GormField, table: ModelTable, { names }: Known): void {
  const other = names.get(field.type.replace(/^\*/, ""));
  const said = /foreignKey:(\w+)/i.exec(field.tag)?.[1];
  const column = other === undefined ? undefined : columnOf(table, snake(said ?? `${field.name}ID`));
  if (other === undefined || column === undefined) return;
  const rule = /OnDelete:(CASCADE|SET NULL)/i.exec(field.tag)?.[1]?.toLowerCase();
  const there = /references:(\w+)/i.exec(field.tag)?.[1];
  column.refers = {
    table: other,
    column: there === undefined ? undefined : snake(there),
    onDelete: rule === undefined ? undefined : `on delete ${rule}`,
  };
}
