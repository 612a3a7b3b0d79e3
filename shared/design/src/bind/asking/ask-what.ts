import type { Fix } from "@proofroom/domain/design/finding";
import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Asking } from "./ask.ts";
import type { Conventional } from "./asked.ts";
import { aboutTable, hintsOf, type Known } from "../convention/convention.ts";
import { stateChanges } from "../convention/state-changes.ts";
import { rankTables } from "../table-of.ts";
import { writeOperation } from "../steps/write-operation.ts";

/** As many as a question has room for. */
const mostChoices = 6;

const verbs: Record<Endpoint["method"], string> = {
  GET: "get",
  POST: "insert",
  PUT: "update",
  PATCH: "update",
  DELETE: "delete",
};

/** Asks what an endpoint does; a click on a table writes what it does with it as `x-operation`. */
export function askWhat(
  read: EndpointRead,
  capability: Capability | undefined,
  { why, likely = [] }: Extract<Conventional, { steps: null }>,
  known: Known,
  { text, tell }: Asking,
): void {
  const { endpoint } = read;
  const ranked = rankTables(endpoint, known.tables, known.senses, hintsOf(endpoint, capability, known));
  const isRequired = capability?.required === true;
  const changes = ranked.flatMap(({ table }) =>
    endpoint.method === "GET" ? [] : stateChanges({ endpoint, table, capability, senses: known.senses }),
  );
  const others = ranked.flatMap(({ table }): Fix[] => {
    const found = aboutTable({ endpoint, table, capability, senses: known.senses });
    const [first] = found.steps ?? [];
    if (found.steps === null || first === undefined || addsWhatIsNamed(first, table)) return [];
    const { steps, idempotency } = found;
    return [{ label: doing(first, table.name), edits: [writeOperation(text, read, { steps, idempotency })] }];
  });
  const changing = changes.map(({ label, steps }) => ({ label, edits: [writeOperation(text, read, { steps })] }));
  const likeliest = likely.map(({ label, steps }) => ({ label, edits: [writeOperation(text, read, { steps })] }));
  const fixes = [...likeliest, ...changing, ...others];
  const verb = changes.length + likely.length > 0 ? "update" : verbs[endpoint.method];
  tell({
    severity: isRequired ? "question" : "warning",
    rule: "no-steps",
    message: `What does ${endpoint.opId} do? Its name and fields do not say: ${why}. Spell it out under x-operation, such as - ${verb}: ${ranked[0]?.table.name}.`,
    from: read.at,
    to: read.end,
    fixes: fixes.slice(0, mostChoices),
    stopsRun: isRequired,
  });
}

/** A path names a row that is there, so nothing adds that one. */
const addsWhatIsNamed = (step: Step, { primaryKey }: Table): boolean =>
  "insert" in step &&
  primaryKey.length === 1 &&
  primaryKey
    .map((column) => step.values[column])
    .some((value) => typeof value === "string" && value.startsWith("$path."));

function doing(step: Step, table: string): string {
  if ("insert" in step) return `It adds a row to ${table}`;
  if ("list" in step) return `It lists ${table}`;
  if ("update" in step) return `It changes a row of ${table}`;
  if ("delete" in step) return `It deletes from ${table}`;
  return `It reads a row of ${table}`;
}
