import type { Capability } from "@proofroom/domain/problem/problem";
import type { Fix } from "@proofroom/domain/design/finding";
import type { EndpointRead } from "../api/endpoint.ts";
import { writeKey } from "../api/write-key.ts";
import { nearest, oneOf } from "../text/nearest.ts";
import { plainOf } from "../text/plain.ts";
import type { Tell } from "../text/report.ts";
import { endOf, startOf } from "../text/yaml.ts";
import { isRecord } from "./fields.ts";

/** What `x-capability` says: a name, or a name with where its fields are sent and found. */
export interface SaidCapability {
  name: string;
  inputs: Record<string, string>;
  outputs: Record<string, string>;
}

/** `x-capability: shorten`, or `{ name: shorten, in: { url: body.target }, out: { code: data.slug } }`. */
export function saidCapability({ capability }: EndpointRead): SaidCapability | null {
  const value = plainOf(capability);
  if (typeof value === "string") return { name: value, inputs: {}, outputs: {} };
  if (!isRecord(value) || typeof value["name"] !== "string") return null;
  return { name: value["name"], inputs: textsOf(value["in"]), outputs: textsOf(value["out"]) };
}

const textsOf = (value: unknown): Record<string, string> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** What the document says itself; names that do not exist, or stand twice, are told. */
export function readSaid(
  endpoints: EndpointRead[],
  capabilities: Record<string, Capability>,
  text: string,
  tell: Tell,
): Map<EndpointRead, SaidCapability> {
  const said = new Map<EndpointRead, SaidCapability>();
  const names = Object.keys(capabilities);
  for (const read of endpoints) {
    if (read.capability === null) continue;
    const found = saidCapability(read);
    const from = startOf(read.capability);
    const to = endOf(read.capability);
    const twin = [...said].find(([, { name }]) => name === found?.name)?.[0];
    if (found === null) {
      const message = `x-capability is a name, such as ${oneOf(names)}.`;
      tell({ severity: "error", rule: "x-capability", message, from, to });
    } else if (names.length > 0 && !names.includes(found.name)) {
      const message = `The problem does not ask for ${found.name}; it asks for ${oneOf(names)}.`;
      tell({
        severity: "error",
        rule: "x-capability",
        message,
        from,
        to,
        fixes: renames(read, found.name, names, text),
      });
    } else if (twin !== undefined) {
      const message = `${twin.endpoint.opId} serves ${found.name} already; remove one of the two.`;
      tell({ severity: "error", rule: "x-capability", message, from, to });
    } else said.set(read, found);
  }
  return said;
}

function renames(read: EndpointRead, name: string, names: string[], text: string): Fix[] {
  const likely = nearest(name, names);
  const ordered = likely === undefined ? names : [likely, ...names.filter((other) => other !== likely)];
  return ordered.map((other) => ({ label: `Write ${other}`, edits: [writeKey(text, read, other)] }));
}
