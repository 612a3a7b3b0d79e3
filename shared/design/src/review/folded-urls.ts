import type { Index, Operation, Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { TableRead } from "../schema/catalog.ts";
import { placeOf } from "./schema-text.ts";
import type { Review } from "./seen.ts";

/** One row for all URLs that differ in case alone, though they may lead to different pages. */
export const reviewFoldedUrls: Review = (seen, tell) => {
  for (const table of seen.schema?.tables ?? []) {
    const found = (seen.served ?? []).flatMap(({ operation }) => {
      const capability = seen.capabilities[operation.capability ?? ""];
      const url = capability === undefined ? undefined : urlKept(operation, capability, table);
      const list =
        url === undefined ? undefined : foldedLists(table).find(({ columns }) => columns.includes(url.column));
      return url === undefined || list === undefined ? [] : [{ opId: operation.opId, url, list }];
    });
    const [first] = found;
    if (first === undefined) continue;
    const { opId, url, list } = first;
    const others = list.columns.filter((name) => name !== url.column);
    const each = others.length === 0 ? "" : ` for each ${others.join(" and ")}`;
    const then = url.isAnswered
      ? `is answered by ${opId} with the first one's row, and led to the first one's address`
      : `is refused by ${opId}`;
    tell("url-case-folded", {
      ...(list.made === undefined ? { from: seen.schema?.lineStart(list.line) ?? 0 } : placeOf(seen, table, list.made)),
      message: `${table.name} has one row for a ${url.column} in whatever case${each}, and two URLs that differ in upper and lower case alone may be two pages: only scheme and host are alike in any case. Who sends the second ${then}. Compare ${url.column} as it is sent, or put scheme and host alone into lower case.`,
    });
  }
};

/** The column that a capability's URL is kept in as it is sent, and whether a row that is there is answered. */
function urlKept(
  { steps, inputs }: Operation,
  { in: asked }: Capability,
  table: Table,
): { column: string; isAnswered: boolean } | undefined {
  const urls = Object.entries(inputs).flatMap(([field, at]) =>
    fieldType(asked[field] ?? "").type === "url" ? [`$${at.in}.${at.name}`] : [],
  );
  for (const step of plainSteps(steps)) {
    if (!("insert" in step) || step.insert !== table.name) continue;
    const [column] =
      Object.entries(step.values).find(([, value]) => typeof value === "string" && urls.includes(value)) ?? [];
    if (column !== undefined) return { column, isAnswered: step.onConflict?.[column] === "return-existing" };
  }
  return undefined;
}

interface Folded {
  columns: string[];
  made?: TableRead["columns"][number];
  line: number;
}

/** What a table keeps unique in one case: by an index, by a column that the database makes, or by a type that knows no case. */
function foldedLists({ columns, uniques, primaryKey, indexes }: Table): Folded[] {
  const unique = indexes.filter((one: Index) => one.unique);
  const lists = [primaryKey, ...uniques, ...unique.map((one) => one.columns)];
  const made = columns.flatMap((column) => {
    const anyCase = column.type === "citext" ? [column.name] : column.anyCase;
    const list = anyCase === undefined ? undefined : lists.find((one) => one.includes(column.name));
    if (list === undefined || anyCase === undefined) return [];
    return [
      { columns: list.flatMap((name) => (name === column.name ? anyCase : [name])), made: column, line: column.line },
    ];
  });
  const byIndex = unique.flatMap(({ anyCase, line }) => (anyCase === undefined ? [] : [{ columns: anyCase, line }]));
  return [...made, ...byIndex];
}
