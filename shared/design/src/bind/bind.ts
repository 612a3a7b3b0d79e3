import type { Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import { keyReference, keyWords } from "@proofroom/domain/design/key-words";
import { wordsOf } from "@proofroom/domain/design/words";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { ApiRead } from "../api/read-api.ts";
import type { EndpointRead } from "../api/endpoint.ts";
import { firstLines, withoutBreaks } from "../text/line-ends.ts";
import { linesOf, type Place } from "../text/lines.ts";
import type { Tell } from "../text/report.ts";
import { speakingOf } from "../text/speaking-of.ts";
import { type Asking, askWhere, askWhich } from "./asking/ask.ts";
import { askWhatIsRefused } from "./asking/ask-what-is-refused.ts";
import { beginnings } from "./documents/beginnings.ts";
import { formsInApi } from "./documents/forms-in-api.ts";
import { unchanged } from "../text/remembered.ts";
import { besideOf } from "./documents/beside.ts";
import { describedIn } from "./documents/described.ts";
import { calledColumns, withCalledColumns, withColumns } from "./documents/called-columns.ts";
import { calledProcedures } from "./documents/called-procedures.ts";
import type { Known } from "./convention/convention.ts";
import { explained } from "./documents/explained.ts";
import { checkOperation } from "./steps/check-steps.ts";
import { type Choice, choose } from "./choose.ts";
import { learn } from "./documents/learn.ts";
import { learnTables } from "./documents/learn-tables.ts";
import { reviewKey } from "./key/review-key.ts";
import { puttingIn } from "./documents/putting-in.ts";
import { withLocation } from "./address/location.ts";
import { readSaid, type SaidCapability } from "./said-capability.ts";
import { sensesOf } from "./sense.ts";
import { withStatedValues } from "./documents/stated-values.ts";
import { stepLines } from "./steps/step-lines.ts";
import { stepsOf } from "./steps/steps-of.ts";
import { subjectsOf, toldInDesign } from "./documents/told-in-design.ts";
import { typedBody, typedParameters } from "./convention/typed-body.ts";
import { withToldKeyHeader } from "./key/told-key-header.ts";
import { withToldKeys } from "./documents/told-keys.ts";
import { withToldUrl } from "./address/told-url.ts";
import { inputsOf, wiresOf } from "./wires.ts";
import { howLong } from "./ways/told/time/how-long.ts";
import { stepsServing, writtenTables } from "./documents/written-tables.ts";
import { whoIsKept } from "./owner/who-is-kept.ts";

export interface Binding {
  operations: Operation[];
  unbound: string[];
}

/** Nobody tells what a handful of endpoints do on more lines than these; a copy that went wrong has a hundred thousand. */
const mostLines = 5_000;

/** As far as a document is looked at for what it says of all of them, in characters. */
const longest = 60_000;

const sameTable = unchanged<Table>();
const sameCapabilities = unchanged<Record<string, Capability>>(8);

/** Which capability each endpoint serves and what it will do; what cannot be told is asked. */
export function bind(
  api: ApiRead,
  texts: Record<DocumentName, string>,
  read: Table[],
  asked: Record<string, Capability>,
  tell: Tell,
): Binding {
  const { api: text } = texts;
  const design = withoutBreaks(firstLines(texts.design, mostLines));
  const told = withToldKeys({ tables: read, endpoints: api.endpoints }, texts, asked);
  const { endpoints } = told;
  const all = endpoints.map(({ endpoint }) => endpoint);
  const formed = formsInApi(explained(told.tables, texts), all, sensesOf(asked));
  const tables = beginnings(withStatedValues(formed, texts), texts).map(sameTable);
  const isPutIn = puttingIn(text, design);
  const said = readSaid(endpoints, asked, text, tell);
  const called = calledColumns(tables, all, [text, design]);
  const ofTables = learnTables(withCalledColumns(asked, called), tables, isPutIn, [text, design]);
  const capabilities = sameCapabilities(withCalledColumns(learn(endpoints, ofTables, said), called));
  const names = new Map([...said].map(([read, { name }]) => [read, name]));
  const { chosen, doubts } = choose(endpoints, capabilities, names);
  const isSaid = speakingOf(text, design);
  const asking: Asking = { text, capabilities, pathsAt: api.pathsAt, isSaid, tell };
  if (api.isReadable) for (const doubt of doubts) askWhich(doubt, asking);
  const serves = [...chosen].map(([{ endpoint }, { capability }]) => ({ ...endpoint, capability }));
  const besides = besideOf(text);
  const inDesign = toldInDesign(design, serves, capabilities, all);
  const described = describedIn(endpoints);
  const toldOf = (line: number): string => inDesign.toldOf(line) || described(line);
  const callers = serves.map(({ line, capability }) => ({
    line,
    capability,
    beside: besides(line),
    told: toldOf(line),
  }));
  const known: Known = {
    tables,
    senses: withColumns(sensesOf(capabilities), called),
    written: new Set(),
    serving: [],
    isSaid,
    keepsWho: () => undefined,
    isPutIn,
    howLong: ({ of, usual }) => howLong(texts, of, usual),
    besideOf: besides,
    ...inDesign,
    toldOf,
    codeOf: calledProcedures(texts, callers, subjectsOf(serves, capabilities)),
    endpoints: all,
    design,
    api: text,
    all: [texts.schema, text, design].map((one) => one.slice(0, longest)).join("\n\n"),
  };
  const serving = stepsServing(chosen, said, capabilities, known);
  const given = {
    known: { ...known, written: writtenTables(serving), serving, keepsWho: whoIsKept(serving) },
    asking,
    place: linesOf(text),
    endpoints: all,
  };
  const operations = endpoints.map((one) =>
    operationOf(one, { choice: chosen.get(one), said: said.get(one), ...given }),
  );
  // What has candidates is in question, and not without an endpoint.
  const unserved = api.isReadable ? doubts.filter(({ candidates }) => candidates.length === 0) : doubts;
  const unbound = unserved.map(({ capability }) => capability).filter((name) => capabilities[name]?.required === true);
  return { operations, unbound };
}

/** What carries the request's key is not sent for anything else. */
const besideKey = (inputs: Operation["inputs"], idempotency: Operation["idempotency"]): Operation["inputs"] =>
  Object.fromEntries(
    Object.entries(inputs).filter(
      ([, at]) => idempotency === undefined || `$${at.in}.${at.name}` !== keyReference(idempotency),
    ),
  );

interface Given {
  choice: Choice | undefined;
  said: SaidCapability | undefined;
  known: Known;
  asking: Asking;
  place: (offset: number) => Place;
  /** All of the document. */
  endpoints: Endpoint[];
}

function operationOf(found: EndpointRead, { choice, said, known, asking, place, endpoints }: Given): Operation {
  const { tables } = known;
  const capability = choice === undefined ? undefined : asking.capabilities[choice.capability];
  const inputs = capability === undefined ? {} : inputsOf(found.endpoint, capability, said);
  const isOpen = capability !== undefined && found.operation === null;
  const keyed = isOpen ? withToldKeyHeader(found.endpoint, capability, known) : found.endpoint;
  // What a click has written says what is done and not what is checked before; who names the capability has said all of it.
  const isAnswered = capability !== undefined && said === undefined;
  const endpoint = isOpen || isAnswered ? withToldUrl(keyed, capability, inputs, known) : keyed;
  const read = { ...found, endpoint };
  if (isOpen && isAnswered) askWhatIsRefused(read, { capability, inputs, known }, asking);
  const doing = stepsOf(read, capability, inputs, known, asking);
  if (doing.said !== null) checkOperation(doing.said, { endpoint, tables, tell: asking.tell });
  const wires =
    capability === undefined
      ? { inputs, outputs: {}, openInputs: [], openOutputs: [] }
      : wiresOf(endpoint, inputs, doing.steps, tables, capability, said);
  for (const open of wires.openInputs) askWhere(read, choice?.capability ?? "", "in", open, asking);
  for (const open of wires.openOutputs) askWhere(read, choice?.capability ?? "", "out", open, asking);
  if (doing.said === null) reviewKey(read, capability, doing, known, asking);
  const { idempotency } = doing;
  const { senses } = known;
  const { outputs } = wires;
  const made = { endpoint, capability, steps: doing.steps, outputs, tables, senses, endpoints };
  const located = doing.said === null ? withLocation(made) : made;
  const body = typedBody(endpoint.body, located.steps, tables, wires.inputs);
  const parameters = typedParameters(endpoint.parameters, located.steps, tables, wires.inputs);
  return {
    ...endpoint,
    parameters,
    ...(body === undefined ? {} : { body }),
    ...(choice === undefined ? {} : { capability: choice.capability }),
    ...(idempotency === undefined ? {} : { idempotency }),
    steps: located.steps,
    ...stepLines(doing, endpoint, place),
    words: [...(idempotency === undefined ? [] : [keyWords(idempotency)]), ...wordsOf(located.steps)],
    inputs: besideKey(wires.inputs, idempotency),
    outputs: located.outputs,
    because: { capability: choice?.because ?? [], steps: doing.because ?? [] },
    ...(doing.alternatives === undefined ? {} : { alternatives: doing.alternatives }),
    ...(doing.said !== null
      ? { boundBy: "x-operation" as const }
      : choice === undefined
        ? {}
        : { boundBy: choice.boundBy }),
    confidence: choice?.confidence ?? 0,
    ...(choice === undefined ? {} : { margin: choice.margin }),
  };
}
