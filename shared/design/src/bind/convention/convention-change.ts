import type { Value } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import { columnOf } from "../column-of.ts";
import type { Asked, Conventional } from "../asking/asked.ts";
import { fieldsOf, isGroup } from "../fields.ts";
import { keyOf } from "./key-of.ts";
import { ownRows } from "../owner/own-rows.ts";
import { markedGone } from "./soft-delete.ts";
import { answerOfRow } from "../steps/said-row.ts";

/** The row that the path names, changed to what is sent. */
export function updateSteps(asked: Asked): Conventional {
  const { endpoint, table, senses } = asked;
  const { where, unknown } = keyOf(asked);
  if (unknown.length > 0 || Object.keys(where).length === 0) {
    return { steps: null, why: `nothing says which row of ${table.name} is meant` };
  }
  const set: Record<string, Value> = {};
  for (const field of fieldsOf(endpoint.body)) {
    const { name } = field;
    const column = columnOf(name, table, senses);
    if (isGroup(field) && column?.type.startsWith("json") !== true) continue;
    if (column !== undefined && !column.generated && !Object.hasOwn(where, column.name))
      set[column.name] ??= `$body.${name}`;
  }
  if (Object.keys(set).length === 0) return { steps: null, why: `nothing that is sent is a column of ${table.name}` };
  return { steps: [{ update: table.name, set, where: ownRows(asked, where) }, answerOfRow(asked)], gaps: [] };
}

/** The row that the path names, gone, or marked so where that is told. */
export function deleteSteps(asked: Asked): Conventional {
  const { endpoint, table } = asked;
  const { where, unknown } = keyOf(asked);
  if (unknown.length > 0 || Object.keys(where).length === 0) {
    return { steps: null, why: `nothing says which row of ${table.name} is meant` };
  }
  const status = successIn(endpoint.responses)?.status ?? 204;
  const own = ownRows(asked, where);
  const marked = markedGone(asked, own);
  const step = marked?.step ?? { delete: table.name, where: own };
  const because = marked === null ? {} : { because: [marked.because] };
  return { steps: [step, { return: { status } }], gaps: [], ...because };
}
