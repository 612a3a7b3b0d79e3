import type { Edit, Fix } from "@proofroom/domain/design/finding";
import type { Node } from "libpg-query";
import type { Catalog } from "./catalog.ts";
import { withoutFunction } from "./own-functions.ts";
import { stringOf } from "./type-text.ts";

/** A statement that is refused, with the clicks that it offers. */
export interface Refused {
  reason: string;
  fixes: Fix[];
}

/** Leaves a statement that is not run out of a schema. */
export function leaveOut({ source: { sql }, functions }: Catalog, node: Node, from: number, end: number): Fix {
  const to = sql[end] === ";" ? end + 1 : end;
  const name = "CreateFunctionStmt" in node ? stringOf(node.CreateFunctionStmt.funcname?.at(-1)) : "";
  if (name !== "") functions.set(name, { from, to });
  const whole = name === "" ? null : withoutFunction(sql, name, { from, to });
  if (whole !== null) return whole;
  return { label: "Leave it out", edits: [{ document: "schema", from, to, insert: "" }] };
}

/** Puts one click before the others that leaves out all statements which are refused for the same reason. */
export function offerAllOut(refused: readonly Refused[]): void {
  for (const alike of Map.groupBy(refused, ({ reason }) => reason).values()) {
    if (alike.length < 2) continue;
    const edits = new Map<string, Edit>();
    const own = alike.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    for (const edit of own) edits.set(`${edit.from} ${edit.to}`, edit);
    const isWithDefaults = edits.size > alike.length;
    const what = isWithDefaults ? " with their defaults: the service makes the values" : "";
    const all = { label: `Leave all ${alike.length} out${what}`, edits: [...edits.values()] };
    for (const { fixes } of alike) fixes.unshift(all);
  }
}
