import type { Fix } from "@proofroom/domain/design/finding";
import type { Operation } from "@proofroom/domain/design/model";
import type { Idempotency, Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { oneOf } from "../../text/nearest.ts";
import type { Tell } from "../../text/report.ts";
import type { Asking } from "../asking/ask.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { askAnswered } from "../asking/ask-answered.ts";
import { askForgotten } from "../asking/ask-forgotten.ts";
import { askUnknown, withUnknownAnswered } from "../asking/ask-unknown.ts";
import { askRefusedAgain } from "../asking/ask-refused-again.ts";
import { askUnread } from "../asking/ask-unread.ts";
import { askWay, fixesOf } from "../asking/ask-way.ts";
import { askWhat } from "../asking/ask-what.ts";
import { saysWhoAsks } from "../owner/caller.ts";
import type { Known } from "../convention/convention.ts";
import { decided } from "../asking/decided.ts";
import type { Assumed } from "../convention/made-up.ts";
import { askLowered } from "../code/lower-cased.ts";
import { readOperation, type SaidOperation } from "./said-operation.ts";
import { tellShortLived } from "../selected/tell-short-lived.ts";
import { tellAlphabet } from "../code/tell-alphabet.ts";
import { tellDropped } from "../convention/tell-dropped.ts";
import { tellIds } from "../convention/tell-ids.ts";
import { tellUnkept } from "../convention/tell-unkept.ts";
import { tellTidied } from "../address/url-copies.ts";

export interface Doing {
  steps: Step[];
  idempotency?: Idempotency | undefined;
  /** What the document spells out; null where convention decides. */
  said: SaidOperation | null;
  /** What in the design shows a way that was taken. */
  because?: string[];
  /** What else it might do. */
  alternatives?: Fix[];
}

/**
 * What an endpoint does: as `x-operation` says, else by the way of its capability that the design shows, else by convention,
 * else nothing, which is asked.
 */
export function stepsOf(
  read: EndpointRead,
  capability: Capability | undefined,
  inputs: Operation["inputs"],
  known: Known,
  asking: Asking,
): Doing {
  const { tell } = asking;
  const said = readOperation(read, tell);
  if (said !== null) return { steps: said.steps, idempotency: said.idempotency?.value, said };
  const decision = decided(read.endpoint, capability, inputs, known);
  if (decision.by === "way") {
    const { taken, others } = decision;
    tellGaps(read, taken.flow.gaps, tell);
    tellAssumed(read, taken.flow.assumed, tell);
    if (capability !== undefined) tellHowLong(read, capability, known, tell);
    const { steps, idempotency } = taken.flow;
    tellCaller(read, steps, asking);
    tellIds(read, steps, asking);
    tellAlphabet(read, steps, known.tables, tell);
    return { steps, idempotency, said: null, because: taken.because, alternatives: fixesOf(read, others, asking) };
  }
  if (decision.by === "question") {
    if (capability !== undefined) askWay(read, capability, decision, asking);
    return { steps: [], said: null };
  }
  const { found } = decision;
  const at = { from: read.at, to: read.end };
  if (found.steps === null) {
    // Without tables the schema is what is missing, and that is said there.
    if (known.tables.length > 0) askWhat(read, capability, found, known, asking);
    return { steps: [], said: null };
  }
  tellGaps(read, found.gaps, tell);
  tellAssumed(read, found.assumed ?? [], tell);
  for (const { column, field } of found.unsure ?? []) {
    const message = `${column} has to be filled, and ${read.endpoint.opId} may be sent without ${field}: the database will refuse such a row. Make the column nullable, give it a default, or list ${field} under required.`;
    tell({ severity: "warning", rule: "empty-column", message, ...at });
  }
  if (found.everybodys !== undefined) {
    const message = `${read.endpoint.opId} says ${found.everybodys}, and no column of the table that it lists says whose a row is: it answers everybody's. Add the column, or call it as it is sent.`;
    tell({ severity: "warning", rule: "everybodys-rows", message, ...at });
  }
  if (found.unasked !== undefined && found.unasked.length > 0) {
    const message = `${read.endpoint.opId} names ${oneOf(found.unasked)}, and its statement does not ask for that: it answers everybody's rows, and that is what is run.`;
    tell({ severity: "warning", rule: "everybodys-rows", message, ...at });
  }
  const { idempotency, because = [] } = found;
  const beside = known.besideOf(read.endpoint.line);
  const steps = withUnknownAnswered(
    read,
    { capability, steps: found.steps },
    { beside, told: known.toldOf(read.endpoint.line) },
  );
  const told = [beside, known.toldOf(read.endpoint.line), known.retold, known.toldOfAll].join("\n\n");
  const flow = { steps, idempotency };
  askRefusedAgain(read, { capability, flow, beside, text: told }, asking);
  askForgotten(
    read,
    { capability, flow, textOf: () => `${beside}\n\n${doneIn(known.design)}`, tables: known.tables },
    asking,
  );
  tellShortLived(read, steps, tell);
  askUnread(read, { capability, steps, unread: found.unread ?? [] }, asking);
  const text = `${beside}\n\n${known.design}`;
  askLowered(read, { capability, inputs, steps, idempotency, text }, asking);
  askUnknown(read, { capability, steps, text, beside, code: known.handlerOf(read.endpoint.line) }, asking);
  const { line } = read.endpoint;
  const ofIt = { told: known.toldOf(line), toldOfAll: known.toldOfAll, code: known.handlerOf(line) };
  askAnswered(read, { capability, steps, ...ofIt }, asking);
  tellUnkept(read, capability, steps, known.tables, tell);
  tellDropped(read, steps, idempotency, tell);
  tellTidied(read, steps, tell);
  tellCaller(read, steps, asking);
  tellIds(read, steps, asking);
  tellAlphabet(read, steps, known.tables, tell);
  return { steps, idempotency, said: null, because };
}

const titles: Record<DocumentName, string> = { schema: "schema", api: "API document", design: "design document" };

/** What the design says of a time is what is run, also where the problem asks for another. */
function tellHowLong({ endpoint, at, end }: EndpointRead, { ways }: Capability, known: Known, tell: Tell): void {
  // A confirmation looks at the end that a hold was given.
  const gives = ways?.list.some(({ steps }) => JSON.stringify(steps).includes("$lasts")) === true;
  const said = ways?.lasts === undefined || !gives ? null : known.howLong(ways.lasts);
  if (said === null) return;
  const where = `line ${said.line} of the ${titles[said.document]}`;
  const message = `What ${endpoint.opId} gives lasts ${said.duration}, as ${where} says, and that is what is run; the problem asks for ${ways?.lasts?.usual}.`;
  tell({ severity: "warning", rule: "lasts-otherwise", message, from: at, to: end });
}

/** A row that is whoever's who asks, where nothing says by what that is told. */
function tellCaller({ endpoint, at, end }: EndpointRead, steps: Step[], { isSaid, tell }: Asking): void {
  const filled = plainSteps(steps).flatMap((step) => ("insert" in step ? Object.entries(step.values) : []));
  const columns = filled.flatMap(([column, value]) => (value === "$user" ? [column] : []));
  if (columns.length === 0 || saysWhoAsks(endpoint, isSaid)) return;
  const message = `Nothing says by what ${endpoint.opId} is told who asks; it fills ${[...new Set(columns)].join(" and ")} with the caller, as a bearer token names them. Declare security, or take the header Authorization.`;
  tell({ severity: "warning", rule: "caller-not-told", message, from: at, to: end });
}

/** What a run puts in the place of a payment, or of the candidate's own code, is no evidence of what that does. */
function tellAssumed({ at, end }: EndpointRead, assumed: Assumed[], tell: Tell): void {
  for (const { rule, clause } of assumed) {
    const message = `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
    tell({ severity: "warning", rule, message, from: at, to: end });
  }
}

function tellGaps({ endpoint, at, end }: EndpointRead, gaps: string[], tell: Tell): void {
  if (gaps.length === 0) return;
  const message = `Nothing that ${endpoint.opId} is sent fills ${oneOf(gaps)}, and no default does: the database will refuse each row.`;
  tell({ severity: "warning", rule: "empty-column", message, from: at, to: end });
}
