import type { Endpoint } from "@proofroom/domain/design/model";
import type { Node } from "yaml";
import type { Place } from "../text/lines.ts";
import type { Tell } from "../text/report.ts";
import { startOf, textOf } from "../text/yaml.ts";
import { describedFields } from "./described-fields.ts";
import { jsonOf, schemaIn } from "./media.ts";
import { oneSided } from "./one-sided.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { References } from "./references.ts";
import { statusInRange } from "./status-range.ts";

const exact = /^[1-5]\d\d$/;

interface Found {
  responses: Node | null;
  opId: string;
  /** Where an answer is written in this form. */
  howToSay: string;
  at: number;
  references: References;
  schemaOf: (node: Node | null) => JsonSchema | undefined;
  place: (offset: number) => Place;
  tell: Tell;
}

/** The answers by status, lowest first; `2XX` is 200, or what else is said of that range, `default` says nothing about a status. */
export function readResponses({
  responses,
  opId,
  howToSay,
  at,
  references,
  schemaOf,
  place,
  tell,
}: Found): Endpoint["responses"] {
  const entries = references.entries(responses);
  const keys = entries.map(({ key }) => key);
  const found = entries.flatMap(({ key, keyNode, value }) => {
    if (key === "default" || key.startsWith("x-")) return [];
    const [range] = /^[23](?=xx$)/i.exec(key) ?? [];
    if (range !== undefined && keys.some((one) => one.startsWith(range) && exact.test(one))) return [];
    const status = exact.test(key) ? Number(key) : statusInRange(key);
    if (status === null) {
      const message = `${key} is no status; write a number such as 200, or 2XX.`;
      tell({ severity: "warning", rule: "status", message, from: startOf(keyNode) });
      return [];
    }
    const media = jsonOf(references, references.at(value, "content"));
    const shown =
      schemaIn(references, media?.value ?? null, schemaOf) ??
      (status < 300 ? describedFields(textOf(references.at(value, "description"))) : undefined);
    // A text by itself has no field that could be answered.
    const schema = media?.isJson === false && shown?.["type"] === "string" ? undefined : shown;
    const headers = references.entries(references.at(value, "headers")).map((header) => header.key);
    const { line } = place(startOf(keyNode));
    return [{ status, ...(schema === undefined ? {} : { schema: oneSided(schema, "writeOnly") }), headers, line }];
  });
  if (entries.length === 0) {
    const message = `${opId} has no response; describe at least one, ${howToSay}. Until then it answers 200.`;
    tell({ severity: "warning", rule: "no-response", message, from: at, to: at + opId.indexOf(" ") });
  }
  return found.toSorted((a, b) => a.status - b.status);
}
