import type { Column, Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import { literalDefault } from "../../schema/literal-default.ts";
import { isTextColumn } from "../../schema/column-kind.ts";
import { isCoded } from "./explained.ts";
import { literally } from "../ways/told/statement/statement.ts";

/**
 * Tables whose states say which values they have, where no enum or check does: the comment behind the column, `-- FREE | HELD | SOLD`,
 * or the values that the documents' statements write into it and look for.
 */
export function withStatedValues(tables: Table[], texts: Record<DocumentName, string>): Table[] {
  const isOpen = (column: Column): boolean =>
    isTextColumn(column) && column.values === undefined && isCoded(column.name);
  return tables.map((table) => {
    if (!table.columns.some(isOpen)) return table;
    const others = tables.filter((one) => one !== table);
    const columns = table.columns.map((column) => {
      if (!isOpen(column)) return column;
      const isShared = others.some((other) => other.columns.some(({ name }) => name === column.name));
      const values = listedIn(column) ?? (isShared ? undefined : writtenIn(column, texts));
      return values === undefined ? column : { ...column, values };
    });
    return { ...table, columns };
  });
}

/** `LIVRE | RESERVADO | VENDIDO`, `free, held, sold`: words apart, one of which is the default. */
function listedIn(column: Column): string[] | undefined {
  const standard = literalDefault(column);
  const list =
    /(?:^|[^\p{L}\p{N}_])((?:['"]?[\p{L}_]{2,30}['"]?\s{0,2}(?:[|/,]|->|→)\s{0,2}){1,9}['"]?[\p{L}_]{2,30}['"]?)/u.exec(
      (column.comment ?? "").slice(0, 400),
    )?.[1];
  const words = (list ?? "").split(/\||\/|,|->|→/).map((word) => word.trim().replace(/^['"]|['"]$/g, ""));
  return words.length > 1 && standard !== undefined && words.includes(standard) ? [...new Set(words)] : undefined;
}

/** The values that statements set or ask for, how a row begins first. */
function writtenIn(column: Column, { design, api }: Record<DocumentName, string>): string[] | undefined {
  const standard = literalDefault(column);
  const written = new RegExp(
    `(?<![\\p{L}\\p{N}_])${literally(column.name)}"?\\s{0,2}(?:=|<>|!=|in\\s{0,2}\\()\\s{0,2}((?:'[\\p{L}_]{2,30}'\\s{0,2},?\\s{0,2}){1,6})`,
    "giu",
  );
  const found = [...design.matchAll(written), ...api.matchAll(written)].flatMap(([, list = ""]) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, value = ""]) => value),
  );
  const values = [...new Set([...(standard === undefined ? [] : [standard]), ...found])];
  return values.length >= enough ? values : undefined;
}

/** With fewer it is likely that one of them is not spoken of. */
const enough = 3;
