import type { Step } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import type { Asked } from "../asking/asked.ts";
import { isRecord } from "../fields.ts";
import { ofTable } from "./of-table.ts";
import { rowBody, templateOf } from "./template.ts";

type About = Pick<Asked, "endpoint" | "table" | "senses">;
type Answer = Extract<Step, { return: unknown }>;

/** The answer of success that an endpoint declares, else 200, about a row; `own` is its body where more is known of that. */
export function answerOfRow({ endpoint, table, senses }: About, own?: Record<string, unknown>): Answer {
  const success = successIn(endpoint.responses);
  const body = own ?? templateOf(success?.schema, table, senses);
  return { return: { status: success?.status ?? 200, ...(body === undefined ? {} : { body }) } };
}

/** The body of an answer, or where it has none what its endpoint answers of a row, with the row said by its table. */
export function saidOfRow({ return: { body } }: Answer, { endpoint, table, senses }: About): Record<string, unknown> {
  const said = isRecord(body) ? body : rowBody(successIn(endpoint.responses)?.schema, table, senses);
  return ofTable(said, table.name);
}
