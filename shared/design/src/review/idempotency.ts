import type { Table } from "@proofroom/domain/design/model";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Edit } from "@proofroom/domain/design/finding";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { writeParameter } from "../api/write-parameter.ts";
import { uniqueLists } from "../bind/column-of.ts";
import { keyColumn, keyHeader } from "../bind/key/idempotency.ts";
import { readOperation } from "../bind/steps/said-operation.ts";
import { writeOperation } from "../bind/steps/write-operation.ts";
import { repeatedInsert } from "./repeated-insert.ts";
import { columnEdit } from "./schema-text.ts";
import { fixOf, type Review, type Seen, type Served } from "./seen.ts";

/** A write that the problem sends twice under one key has to know the key again. */
export const reviewIdempotency: Review = (seen, tell) => {
  for (const served of seen.served ?? []) {
    const { read, operation } = served;
    const header = seen.capabilities[operation.capability ?? ""]?.idempotentBy;
    const insert = plainSteps(operation.steps).find((step) => "insert" in step);
    const table = seen.schema?.tables.find(({ name }) => name === insert?.insert);
    if (header === undefined || table === undefined || operation.idempotency !== undefined) continue;
    const isLooked = looksFirst(operation.steps);
    const isByConvention = read.operation === null;
    // One of the two alone is told by the binder, which knows what is missing.
    const halves = [keyHeader(read.endpoint, header), keyColumn(table)].filter((half) => half !== undefined);
    if (isByConvention && halves.length > 0) continue;
    const repeat = repeatedInsert(operation.steps, table);
    if (repeat === "answered" || (isLooked && !(repeat === "new" && isOpenLook(operation.steps, table)))) continue;
    const edits = keyEdits(seen, served, table.name, header);
    const then = isLooked
      ? `of two that come at once both look before either has written, so both write to ${table.name}; take the header`
      : repeat === "new"
        ? `writes to ${table.name} each time; take the header`
        : "over" in repeat
          ? `the second gives the row that is there another ${repeat.over}, so what was answered first is gone; take the header`
          : `the second is refused, since ${repeat.why}, where the first should be answered again; take the header`;
    tell("no-idempotency", {
      from: read.at,
      to: read.end,
      message: `${operation.opId} may be sent twice under one ${header}, and ${then}, and keep it in a unique column that answers the first row again.`,
      fixes: edits === null ? [] : [fixOf(`Keep ${header} in ${table.name}`, edits)],
    });
  }
};

/** Whether what is there already is looked for before anything is written, and answered. */
export function looksFirst(steps: readonly Step[]): boolean {
  const taken = steps.flatMap((step) => ("transaction" in step ? step.transaction : [step]));
  // The hold may be locked before its booking is looked for.
  const reads = taken.findIndex((step) => !("get" in step));
  const asked = taken[reads];
  const found = asked !== undefined && "if" in asked ? asked.then.at(-1) : undefined;
  return reads > 0 && found !== undefined && "return" in found && (found.return.status ?? 200) < 300;
}

/** Whether the first look is for a row of the table that is added to, by what nothing keeps unique and nobody locks. */
function isOpenLook(steps: readonly Step[], table: Table): boolean {
  const look = plainSteps(steps)[0];
  if (look === undefined || !("get" in look) || look.get !== table.name || look.lock === "absent") return false;
  return !uniqueLists(table).some((list) => list.length > 0 && list.every((name) => Object.hasOwn(look.by, name)));
}

/** The header, the column, and where the steps are spelled out the line that ties them; null where one finds no place. */
export function keyEdits(seen: Seen, { read }: Served, tableName: string, header: string): Edit[] | null {
  const table = seen.schema?.tables.find(({ name }) => name === tableName);
  if (table === undefined) return null;
  const known = keyColumn(table);
  const column = known ?? "idem_key";
  if (known === undefined && table.columnsAt.has(column)) return null;
  const declared = keyHeader(read.endpoint, header);
  const edits = [
    declared === undefined
      ? writeParameter(seen.texts.api, read, { name: header, in: "header", schema: { type: "string", maxLength: 200 } })
      : [],
    known === undefined ? columnEdit(seen, table, `${column} text unique`) : [],
    read.operation === null
      ? []
      : tied(seen.texts.api, read, { header: declared ?? header, column: `${table.name}.${column}` }),
  ];
  const found = edits.flatMap((edit) => edit ?? []);
  return edits.includes(null) ? null : found;
}

/** `x-operation` with the key that it keeps, and the steps that it had; null where they cannot all be read. */
function tied(text: string, read: Served["read"], idempotency: Idempotency): Edit | null {
  const said = readOperation(read, () => {});
  return said?.isWhole === true ? writeOperation(text, read, { idempotency, steps: said.steps }) : null;
}
