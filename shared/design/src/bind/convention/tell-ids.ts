import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Asking } from "../asking/ask.ts";
import { isRecord } from "../fields.ts";

/** What a run makes in the place of an application's own ids, where the documents do not say the same. */
export function tellIds({ endpoint, at, end }: EndpointRead, steps: Step[], { isSaid, tell }: Asking): void {
  const isMade = (value: Value): boolean => isRecord(value) && "snowflake" in value;
  const made = plainSteps(steps).flatMap((step) =>
    "insert" in step
      ? Object.entries(step.values).flatMap(([name, value]) => (isMade(value) ? [`${step.insert}.${name}`] : []))
      : [],
  );
  if (made.length > 0 && !makers.some(isSaid)) {
    const message = `Nothing that ${endpoint.opId} is sent fills ${made.join(" and ")}, and the database does not count it: a run fills it with a new Snowflake id, as an application would. If the database is to count, write bigint generated always as identity.`;
    tell({ severity: "warning", rule: "id-made-up", message, from: at, to: end });
  }
  const isEncoded = plainSteps(steps).some((step) => "return" in step && isInDigits(step.return.body));
  if (isEncoded && otherBases.some(isSaid)) {
    const message = `What ${endpoint.opId} answers is said to be an id in other digits; a run writes it in base62.`;
    tell({ severity: "warning", rule: "code-in-base62", message, from: at, to: end });
  }
}

const makers = ["snowflake", "sonyflake", "flake id", "tsid"];
const otherBases = [
  "base58",
  "base36",
  "base64",
  "base32",
  "base-58",
  "base-36",
  "base 58",
  "base 36",
  "hashid",
  "sqid",
];

const isInDigits = (body: unknown): boolean =>
  isRecord(body) && Object.values(body).some((part) => isRecord(part) && "encode62" in part);
