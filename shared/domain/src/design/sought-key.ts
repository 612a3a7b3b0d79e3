import type { KeySource } from "./key-words.ts";
import type { Step } from "./step.ts";
import { stepsIn } from "./steps-within.ts";

/** The key of a request for which steps look by themselves, where one is sent: an `if` of its reference and null, and else a look by it. */
export function soughtKey(steps: readonly Step[]): KeySource | undefined {
  for (const step of steps) {
    const found = "if" in step ? ofIf(step) : undefined;
    const inside = found ?? soughtKey(stepsIn(step) ?? []);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function ofIf({ if: condition, then, else: otherwise = [] }: Extract<Step, { if: unknown }>): KeySource | undefined {
  const [asked, ...more] = Object.entries(condition);
  const [reference, compared] = asked ?? ["", undefined];
  const [, place, name = ""] = /^\$(header|body)\.(.+)$/.exec(reference) ?? [];
  const [look] = otherwise;
  if (place === undefined || compared !== null || more.length > 0 || then.length > 0 || look === undefined)
    return undefined;
  const isLook = "get" in look || "cache.get" in look || "cache.increment" in look;
  if (!isLook || !JSON.stringify(look).includes(reference.slice(1))) return undefined;
  return place === "header" ? { header: name } : { sent: reference };
}
