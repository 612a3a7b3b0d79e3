import type { Endpoint } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { parametersIn } from "../../api/path.ts";
import { asSaid } from "../../text/sentences.ts";
import type { Conventional } from "../asking/asked.ts";
import type { Known } from "../convention/convention.ts";
import { assignmentsOf } from "../sql/assignments.ts";
import { conditionOf } from "../sql/condition.ts";
import { type Changing, changingIn } from "../sql/statements.ts";
import { answerOfRow } from "../steps/said-row.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { ownStatements } from "./own-statements.ts";
import { refusing } from "./refusing.ts";
import { standingFor } from "./standing.ts";

/**
 * What an endpoint that serves nothing of the problem does by the statements that stand beside it, or in the design document under its
 * name: these are run as they are written, all or none. Null where there are none; where one cannot be said in steps that is asked.
 */
export function toldChanges(endpoint: Endpoint, known: Known): Conventional | null {
  if (endpoint.method === "GET") return null;
  const { tables, design, endpoints } = known;
  const beside = changingIn(known.besideOf(endpoint.line), tables);
  const done = doneIn(design.slice(0, longest));
  const told = beside.length > 0 ? beside : ownStatements(done, endpoint, tables, endpoints);
  const [first] = told;
  if (first === undefined) return null;
  const around = beside.length > 0 ? known.besideOf(endpoint.line) : done.slice(first.at, told.at(-1)?.end);
  const steps = /\binsert\s+into\b/i.test(around) ? null : stepsOf(told, endpoint, known);
  const said = told.map((one) => asSaid(one.said)).join("; ");
  if (steps === "another's") return null;
  if (steps === null) return { steps: null, why: `of the statement about it not everything can be run: ${said}` };
  const [only, ...more] = steps;
  const work: Step[] = only === undefined || more.length === 0 ? steps : [{ transaction: steps }];
  const place = beside.length > 0 ? "beside it" : "in the design document";
  const answer = answerOfRow({ endpoint, table: first.table, senses: known.senses });
  return { steps: [...work, answer], gaps: [], because: [`${place} stands: ${said}`] };
}

/** More than anybody writes; each endpoint looks through it. */
const longest = 60_000;

/** Null of what cannot be said in steps; another's where no statement asks for what the path names. */
function stepsOf(
  told: readonly Changing[],
  endpoint: Endpoint,
  { senses, tables }: Known,
): Step[] | null | "another's" {
  const steps: Step[] = [];
  for (const [n, one] of told.entries()) {
    const standing = standingFor(one.table, { endpoint, senses, tables, before: told.slice(0, n) });
    const where = conditionOf(one.where, one.table, standing);
    if (where === null) return null;
    if (one.sets === null) steps.push({ delete: one.table.name, where });
    else {
      const set = assignmentsOf(one.sets, one.table, standing);
      if (set === null) return null;
      steps.push({ update: one.table.name, set, where, ...(n > 0 ? {} : refusing(where, endpoint)) });
    }
  }
  const asked = JSON.stringify(steps);
  const isOwn = parametersIn(endpoint.path).every((name) => asked.includes(`"$path.${name}"`));
  return isOwn ? steps : "another's";
}
