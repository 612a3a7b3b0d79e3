import type { Endpoint } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { wordsFor } from "../../api/part-words.ts";
import { speakingOf } from "../../text/speaking-of.ts";
import type { Known } from "../convention/convention.ts";
import { keySource } from "./idempotency.ts";

/**
 * An endpoint that takes the header by which repeats are recognised because what is told of it alone says so, "**Confirm** needs header
 * `Idempotency-Key`", though its own line declares none; every other endpoint as it is.
 */
export function withToldKeyHeader(
  endpoint: Endpoint,
  { idempotentBy }: Capability,
  { besideOf, toldOf }: Pick<Known, "besideOf" | "toldOf">,
): Endpoint {
  if (idempotentBy === undefined || endpoint.method === "GET") return endpoint;
  if (keySource(endpoint, idempotentBy) !== undefined) return endpoint;
  const isTold = [besideOf(endpoint.line), toldOf(endpoint.line)].some((text) => isTaken(idempotentBy, text));
  if (!isTold) return endpoint;
  const header = { name: idempotentBy, in: "header" as const, required: false, schema: { type: "string" } };
  return { ...endpoint, parameters: [...endpoint.parameters, header] };
}

/** Whether one line calls it a header, beside its name, and does not say that there is none. */
function isTaken(name: string, text: string): boolean {
  if (!text.toLowerCase().includes(name.toLowerCase())) return false;
  const word = `(?<!\\p{L})(?:${wordsFor("headers")})(?!\\p{L})`;
  const called = `(?<![\\p{L}\\p{N}-])${name.replaceAll(/[^\p{L}\p{N}-]/gu, "\\$&")}(?![\\p{L}\\p{N}-])`;
  const beside = new RegExp(
    `${word}[ \\t:*_\`"'(]{1,6}${called}|${called}[*_\`"')]{0,4}[ \\t-](?:HTTP[ -])?${word}`,
    "iu",
  );
  return text.split("\n").some((line) => beside.test(line) && speakingOf(line)(name));
}
