import { fillKey } from "@proofroom/domain/design/key-template";
import { evaluate } from "../evaluate.ts";
import type { Scope } from "../scope.ts";

/** `u:{path.code}` filled; a hole with a name alone is looked for in the path, the query, the body, the message and the row. */
export const keyIn = (template: string, scope: Scope): string | null =>
  fillKey(template, (name) => {
    const reference = name.startsWith("$") ? name : `$${name}`;
    if (/[.$]/.test(name) || ["item", "now", "user", "count"].includes(name)) return evaluate(reference, scope);
    return ["path", "query", "body", "message", "row"]
      .map((root) => evaluate(`$${root}.${name}`, scope))
      .find((value) => value !== undefined && value !== null && value !== `$message.${name}`);
  });
