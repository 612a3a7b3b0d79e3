import type { Endpoint } from "@proofroom/domain/design/model";
import { whenEnded, whenTaken } from "@proofroom/domain/design/refusal-status";
import { ReturnStep, type Step, type Where } from "@proofroom/domain/design/step";
import { isRecord } from "../../fields.ts";
import type { Assumed } from "../../convention/made-up.ts";
import { linked, ofIts, unlinked } from "../cast/linking-columns.ts";
import { linkOf } from "../cast/links.ts";
import type { PlayedTable } from "../cast/played.ts";
import type { Shown } from "../needs.ts";
import type { Stage } from "../stage.ts";
import { cacheStep } from "./cache-step.ts";
import { keyOf, readOf } from "./key-of.ts";
import { joinedRows } from "./loops.ts";
import { makingRoom } from "./making-room.ts";
import { newRow } from "./new-row.ts";
import { sentFor } from "./sent-for.ts";
import { valuesOf, whereOf } from "./template.ts";

/** What is known and gathered while the steps of one way are made. */
export interface Making {
  stage: Stage;
  shown: Shown;
  written: string[];
  gaps: string[];
  assumed: Assumed[];
  /** What is made with the rows of roles, each under a name that no role has. */
  made: [name: string, player: PlayedTable][];
}

const verbs = ["insert", "get", "update", "delete"];

/** The steps of one template of a way in the names of this design: none where nothing plays its role; null where its row is named by nothing. */
export function rowSteps(template: Record<string, unknown>, touched: string[], making: Making): Step[] | null {
  if ("return" in template) {
    const said = ReturnStep.safeParse({ return: template["return"] });
    return said.success ? [{ return: refusing(said.data.return, making.stage.endpoint) }] : [];
  }
  const { stage } = making;
  const inCache = cacheStep(template, stage);
  if (inCache !== undefined) {
    if (inCache !== null) making.written.push("cache");
    return inCache === null ? null : [inCache];
  }
  const verb = verbs.find((name) => name in template) ?? "";
  const role = typeof template[verb] === "string" ? template[verb] : "";
  const player = stage.cast.get(role);
  if (player === undefined) return [];
  if (verb !== "get") making.written.push(role);
  if (verb === "insert") return newRow(role, template, touched, making);
  const { name } = player.table;
  // Which row is to refer to another is not told by that it does.
  const known = keyOf(
    role,
    touched.filter((other) => other !== template["links"]),
    stage,
  );
  const joined = known === null && verb === "update" ? joinedRows(role, touched, stage) : null;
  const key = keyCached(template, player) ?? known ?? joined?.key ?? null;
  if (key === null && "$key" in whereIn(template)) {
    if (template["tidies"] === true) return [];
    const named = verb === "get" ? namedBefore(player, touched, stage) : undefined;
    const read = named === undefined ? null : readOf(named, touched, stage);
    if (named === undefined || read === null) return null;
    touched.push(named);
    const steps = rowSteps(template, touched, making);
    return steps === null ? null : [read, ...steps];
  }
  const where = whereOf(whereIn(template), player, key ?? {}, stage);
  if (verb === "delete") return makingRoom(player, where, template["or"], stage);
  touched.push(role);
  const otherwise = template["else"] === 409 ? { else: whenEnded(stage.endpoint) } : elseOf(template);
  if (verb === "get") {
    return [{ get: name, by: where, ...otherwise, ...(template["lock"] === true ? { lock: true as const } : {}) }];
  }
  const set = {
    ...sentFor(player, stage),
    ...valuesOf(template["set"], player, stage),
    ...linked(template["links"], player, touched, stage),
    ...unlinked(template["unlinks"], player, stage),
  };
  const alone = unlinked(template["alone"], player, stage);
  const step: Step = {
    update: name,
    set,
    where: { ...where, ...alone, ...ofIts(template["of"], player, touched, stage) },
    ...otherwise,
  };
  return joined === null ? [step] : [joined.list, { forEach: "$rows", do: [step] }];
}

/** The key of a row that a cache held: `$key: $cached`. */
function keyCached(template: Record<string, unknown>, { table }: PlayedTable): Where | null {
  const [column, ...more] = table.primaryKey;
  const isHeld = whereIn(template)["$key"] === "$cached" && more.length === 0;
  return isHeld && column !== undefined ? { [column]: "$cached" } : null;
}

type Returned = Extract<Step, { return: unknown }>["return"];

const elseOf = (template: Record<string, unknown>): { else?: number } =>
  typeof template["else"] === "number" ? { else: template["else"] } : {};

/** A conflict is answered as the endpoint declares it: what has ended otherwise than what is taken. */
function refusing(said: Returned, endpoint: Endpoint): Returned {
  if (said.status !== 409) return said;
  const isEnded = isRecord(said.body) && said.body["error"] === "expired";
  return { ...said, status: isEnded ? whenEnded(endpoint) : whenTaken(endpoint) };
}

const whereIn = (template: Record<string, unknown>): Record<string, unknown> => {
  const where = template["where"] ?? template["by"];
  return isRecord(where) ? where : {};
};

/** The role to whose rows another's refer, and which the request names by something else than they do. */
const namedBefore = ({ table }: PlayedTable, touched: string[], stage: Stage): string | undefined =>
  [...stage.cast].find(
    ([role, other]) =>
      !touched.includes(role) && linkOf(table, other.table) !== null && keyOf(role, touched, stage) !== null,
  )?.[0];
