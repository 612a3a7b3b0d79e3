import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Answer } from "./send.ts";
import type { Served } from "./served.ts";

export type Answered = Answer & { kind: "answered" };

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The value of a capability's output in an answer. What is not itself a URL may come as the last segment of one. */
export function outputOf(answer: Answered, { operation, capability }: Served, field: string): string | null {
  const { in: where, name } = operation.outputs[field] ?? { in: "body", name: field };
  const raw = where === "location" ? answer.headers["location"] : lookUp(answer.body, name);
  if (raw === undefined || raw === null) return null;
  const text = typeof raw === "string" ? raw : JSON.stringify(raw);
  return fieldType(capability.out[field] ?? "").type === "string" ? lastSegment(text) : text;
}

/** Where a redirect points, or null for an answer that is none. */
export function redirectOf(answer: Answered): string | null {
  return redirects.has(answer.status) ? (answer.headers["location"] ?? null) : null;
}

export function isSameUrl(a: string, b: string): boolean {
  return a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href);
}

function lookUp(body: unknown, name: string): unknown {
  if (name === "") return body;
  const whole = property(body, name);
  return whole === undefined ? name.split(".").reduce(property, body) : whole;
}

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? new Map(Object.entries(of)).get(name) : undefined;
}

function lastSegment(text: string): string {
  if (!/^(https?:\/\/|\/)/.test(text)) return text;
  const path = URL.canParse(text) ? new URL(text).pathname : text;
  return decoded(path.split("/").findLast((part) => part !== "") ?? text);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
