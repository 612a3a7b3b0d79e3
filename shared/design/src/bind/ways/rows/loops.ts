import { PlainStep, type Step, type Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { asksWhetherFound } from "@proofroom/domain/design/words";
import { isRecord } from "../../fields.ts";
import { linkOf } from "../cast/links.ts";
import { listed, type Stage } from "../stage.ts";

/**
 * Steps that speak of one of a list that is sent, taken for each of them; what looks whether such a step found anything, or goes through
 * what it listed, is with it.
 */
export function forEachSent(steps: Step[], stage: Stage): Step[] {
  const list = listed(stage);
  if (list === undefined) return steps;
  const made: Step[] = [];
  let loop: Step[] | null = null;
  for (const step of steps) {
    const isWithIt = asksWhetherFound(step) || "forEach" in step;
    const isOfOne =
      JSON.stringify(step).includes('"$item"') || (loop !== null && (isWithIt || isReadAfter(step, loop)));
    if (isOfOne && loop !== null) loop.push(step);
    else if (isOfOne) {
      loop = [step];
      made.push({ forEach: `$body.${list.name}`, do: loop });
    } else {
      loop = null;
      made.push(step);
    }
  }
  return made;
}

/** More than anybody takes at once. */
const most = 100;

/** Whether a step reads a row that one which the loop has just read says: the hold that a seat names. */
const isReadAfter = (step: Step, loop: Step[]): boolean =>
  "get" in step &&
  plainSteps(loop).some((one) => {
    const table = tableIn(one);
    return table !== undefined && JSON.stringify(step.by).includes(`"$${table}.`);
  });

/** Steps that speak of a table's row, taken for each of its rows that fit. */
export function ofEach(table: string, where: Where, steps: Step[]): Step[] {
  const ofItem = mapPlain(steps, (step) => PlainStep.parse(itsOwn(step, `$${table}.`)));
  return [
    { list: table, where, limit: most },
    { forEach: "$rows", do: ofItem },
  ];
}

/** `$order_seats.order_id` → `$item.order_id`. */
function itsOwn(part: unknown, prefix: string): unknown {
  if (typeof part === "string") return part.startsWith(prefix) ? `$item.${part.slice(prefix.length)}` : part;
  if (Array.isArray(part)) return part.map((one) => itsOwn(one, prefix));
  if (!isRecord(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, itsOwn(one, prefix)]));
}

export interface Joined {
  list: Step;
  key: Where;
}

/** The rows of a role that belong to a row before, where a table in between says which: each of them is an item of a list. */
export function joinedRows(role: string, touched: string[], { cast }: Stage): Joined | null {
  const target = cast.get(role)?.table;
  if (target === undefined) return null;
  for (const { table } of cast.values()) {
    const ahead = table === target ? null : linkOf(table, target);
    if (ahead === null) continue;
    for (const before of touched.flatMap((name) => cast.get(name)?.table ?? [])) {
      const back = before === table || before === target ? null : linkOf(table, before);
      if (back === null) continue;
      const where = Object.fromEntries(back.pairs.map(([own, other]) => [own, `$${before.name}.${other}`]));
      const key = Object.fromEntries(ahead.pairs.map(([own, other]) => [other, `$item.${own}`]));
      return { list: { list: table.name, where, limit: most }, key };
    }
  }
  return null;
}
