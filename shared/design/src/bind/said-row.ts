import type { Step } from "@proofroom/domain/design/step";
import { successIn } from "../api/success.ts";
import type { Asked } from "./asked.ts";
import { isRecord } from "./fields.ts";
import { ofTable } from "./of-table.ts";
import { rowBody } from "./template.ts";

/** The body of an answer, or where it has none what its endpoint answers of a row, with the row said by its table. */
export function saidOfRow(
  { return: { body } }: Extract<Step, { return: unknown }>,
  { endpoint, table, senses }: Pick<Asked, "endpoint" | "table" | "senses">,
): Record<string, unknown> {
  const said = isRecord(body) ? body : rowBody(successIn(endpoint.responses)?.schema, table, senses);
  return ofTable(said, table.name);
}
