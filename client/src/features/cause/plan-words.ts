import type { PlanNode } from "@proofroom/domain/judge/trace";
import { countText } from "../../ui/format.ts";

/** What a node of a plan does, in plain words. */
export function doing({ node, table, index }: PlanNode): string {
  const of = table === undefined ? "" : ` ${table}`;
  switch (node) {
    case "Seq Scan":
      return `reads the whole table${of}`;
    case "Index Scan":
    case "Index Only Scan":
    case "Bitmap Index Scan":
      return `finds rows${table === undefined ? "" : ` of ${table}`} by the index ${index ?? ""}`.trimEnd();
    case "Bitmap Heap Scan":
      return `reads the rows found${table === undefined ? "" : ` of ${table}`}`;
    case "Sort":
    case "Incremental Sort":
      return "sorts";
    case "Limit":
      return "stops when it has enough";
    case "LockRows":
      return "locks the rows";
    case "Insert":
      return `adds rows to${of}`;
    case "Update":
      return `changes rows of${of}`;
    case "Delete":
      return `deletes rows of${of}`;
    case "Result":
      return "makes a row";
    default:
      return of.trim();
  }
}

/** Its figures: rows, rows thrown away, pages and time. */
export function figures({ rows, removed, buffers, millis }: PlanNode, isMeasured: boolean): string {
  return [
    `${isMeasured ? "" : "about "}${countText(Math.round(rows), "row")}`,
    ...(removed === undefined || removed === 0 ? [] : [`${countText(removed, "row")} read and left out`]),
    ...(buffers === undefined ? [] : [countText(buffers, "page")]),
    ...(millis === undefined ? [] : [`${millis.toFixed(2)}\u00a0ms`]),
  ].join(" · ");
}
