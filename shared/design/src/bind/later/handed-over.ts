import { Step, type Idempotency, type Value } from "@proofroom/domain/design/step";
import * as z from "zod/mini";
import { isRecord } from "../fields.ts";

/** A write in two parts: what an endpoint puts into a message, and what a worker then does with it. */
export interface Handed {
  message: Record<string, Value>;
  steps: Step[];
}

const Steps = z.array(Step);

/**
 * The same steps taken later: what the request carries travels in the message, in fields called as the columns that it
 * fills; whatever else the steps make up or read, the worker does in its own time. Null where they cannot be taken apart.
 */
export function handedOver(steps: readonly Step[], idempotency: Idempotency | undefined): Handed | null {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const travelling = (reference: string, near: string): string => {
    const last =
      reference
        .split(".")
        .at(-1)
        ?.replaceAll(/[^\w]+/g, "_") ?? reference;
    const free = [near, last, `${last}_sent`].find((name) => /^[A-Za-z_]\w*$/.test(name) && !taken.has(name));
    const name = names.get(reference) ?? free ?? `field_${names.size + 1}`;
    names.set(reference, name);
    taken.add(name);
    return `$message.${name}`;
  };
  const replaced = replace(keeping(steps, idempotency), "", travelling);
  const read = Steps.safeParse(replaced);
  if (!read.success) return null;
  return { message: Object.fromEntries([...names].map(([reference, name]) => [name, reference])), steps: read.data };
}

/** The key goes with the row; of a message that comes twice the second finds it taken and adds nothing. */
function keeping(steps: readonly Step[], idempotency: Idempotency | undefined): Step[] {
  if (idempotency === undefined) return [...steps];
  const [table, column = ""] = idempotency.column.split(/\.(?=[^.]+$)/);
  return steps.map((step) => {
    if ("transaction" in step) return { transaction: keeping(step.transaction, idempotency) };
    if (!("insert" in step) || step.insert !== table) return step;
    const values = {
      ...step.values,
      [column]: "header" in idempotency ? `$header.${idempotency.header}` : idempotency.sent,
    };
    return { ...step, values, onConflict: { ...step.onConflict, [column]: "ignore" as const } };
  });
}

const sent = /^\$(?:body|path|query|header|user)(?:\.|$)/;

/** `near` is the column that a value is for: the last key above it that is no function of the vocabulary. */
function replace(part: unknown, near: string, travelling: (reference: string, near: string) => string): unknown {
  if (typeof part === "string") return sent.test(part) ? travelling(part, near) : part;
  if (Array.isArray(part)) return part.map((one) => replace(one, near, travelling));
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      sent.test(key) ? travelling(key, "") : key,
      replace(value, words.has(key) ? near : key, travelling),
    ]),
  );
}

const words = new Set([
  "hash",
  "json",
  "coalesce",
  "add",
  "sub",
  "eq",
  "lt",
  "lte",
  "gt",
  "gte",
  "in",
  "any",
  "anyCase",
]);
