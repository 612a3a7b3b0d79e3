import type { Idempotency, Step, Value, Where } from "@proofroom/domain/design/step";
import { isRecord } from "../fields.ts";
import { keyColumn, keyHeader } from "../idempotency.ts";
import { answerOf } from "./answer-of.ts";
import { fillRow } from "./fill-row.ts";
import { linkOf } from "./links.ts";
import { shows, type Shown } from "./needs.ts";
import { namedBy, type Stage } from "./stage.ts";
import { valuesOf, whereOf } from "./template.ts";

export interface Flow {
  steps: Step[];
  idempotency?: Idempotency | undefined;
  gaps: string[];
}

/** The steps of a way in the names of this design; null where a row that it speaks of is named by nothing. */
export function flowOf(templates: Record<string, unknown>[], stage: Stage, shown: Shown): Flow | null {
  const steps: Step[] = [];
  const touched: string[] = [];
  const written: string[] = [];
  const gaps: string[] = [];
  for (const template of templates) {
    if (!isPlayed(template, shown)) continue;
    const verb = ["insert", "get", "update", "delete"].find((name) => name in template) ?? "";
    const role = typeof template[verb] === "string" ? template[verb] : "";
    const player = stage.cast.get(role);
    if (player === undefined) continue;
    const { name } = player.table;
    if (verb === "insert") {
      const said = valuesOf(template["values"], player, stage);
      const filled = fillRow(role, said, touched, stage);
      for (const other of filled.toRead) {
        const read = readOf(other, touched, stage);
        if (read === null) return null;
        steps.push(read);
        touched.push(other);
      }
      gaps.push(...filled.gaps.map((column) => `${name}.${column}`));
      steps.push({ insert: name, values: filled.values });
    } else {
      const key = keyOf(role, touched, stage);
      if (key === null && "$key" in whereIn(template)) return null;
      const where = whereOf(whereIn(template), player, key ?? {}, stage);
      const otherwise = typeof template["else"] === "number" ? { else: template["else"] } : {};
      if (verb === "get") steps.push({ get: name, by: where, ...otherwise });
      else if (verb === "delete") steps.push({ delete: name, where });
      else steps.push({ update: name, set: valuesOf(template["set"], player, stage), where, ...otherwise });
    }
    if (verb !== "delete") touched.push(role);
    if (verb !== "get") written.push(role);
  }
  if (touched.length === 0) return null;
  const idempotency = keepKey(steps, written, stage);
  const answer = answerOf(touched, idempotency?.column.split(".")[0], stage);
  const [only] = steps;
  const whole: Step[] = steps.length === 1 && only !== undefined ? [only] : [{ transaction: steps }];
  return { steps: [...whole, answer], idempotency, gaps };
}

const whereIn = (template: Record<string, unknown>): Record<string, unknown> => {
  const where = template["where"] ?? template["by"];
  return isRecord(where) ? where : {};
};

/** `when` and `unless` list what has to be there, or must not, for a step to be taken. */
function isPlayed({ when, unless }: Record<string, unknown>, shown: Shown): boolean {
  const listed = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  return (
    listed(when).every((need) => shows(need, shown) !== null) &&
    listed(unless).every((need) => shows(need, shown) === null)
  );
}

function readOf(role: string, touched: string[], stage: Stage): Step | null {
  const by = keyOf(role, touched, stage);
  const table = stage.cast.get(role)?.table.name;
  return by === null || table === undefined ? null : { get: table, by };
}

/** The row of a role that is meant: by a row before that belongs to it, else by what the request names. */
function keyOf(role: string, touched: string[], stage: Stage): Where | null {
  const player = stage.cast.get(role);
  if (player === undefined) return null;
  for (const other of touched.toReversed()) {
    const from = stage.cast.get(other);
    if (from === undefined || other === role) continue;
    const ahead = linkOf(from.table, player.table);
    if (ahead !== null) {
      return Object.fromEntries(ahead.pairs.map(([own, key]) => [key, `$${from.table.name}.${own}`]));
    }
    const back = linkOf(player.table, from.table);
    if (back !== null) return Object.fromEntries(back.pairs.map(([own, key]) => [own, `$${from.table.name}.${key}`]));
  }
  const named = namedBy(role, player, stage);
  return Object.keys(named).length === 0 ? null : named;
}

/** Binds the key's header to a column that is made for it, of the rows that the way writes; an update is told to keep it. */
function keepKey(steps: Step[], written: string[], { endpoint, capability, cast }: Stage): Idempotency | undefined {
  const header = keyHeader(endpoint, capability.idempotentBy);
  if (header === undefined) return undefined;
  for (const role of written.toReversed()) {
    const table = cast.get(role)?.table;
    const column = table === undefined ? undefined : keyColumn(table);
    if (table === undefined || column === undefined) continue;
    for (const step of steps) {
      if ("update" in step && step.update === table.name) {
        const kept: Value = `$header.${header.toLowerCase()}`;
        step.set = { ...step.set, [column]: kept };
      }
    }
    return { header, column: `${table.name}.${column}` };
  }
  return undefined;
}
