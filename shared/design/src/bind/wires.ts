import type { Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { fieldType } from "@proofroom/domain/problem/field-type";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import { successIn } from "../api/success.ts";
import { headerOfWho } from "./owner/caller.ts";
import { type Field, fieldsOf, isArray, isGroup, isRecord, isText } from "./fields.ts";
import { plain } from "./names.ts";
import type { SaidCapability } from "./said-capability.ts";
import { parameterFor } from "./convention/parameter-for.ts";
import { isPaging } from "./convention/paging.ts";
import { senseOf, written } from "./sense.ts";

type Inputs = Operation["inputs"];
type Outputs = Operation["outputs"];

/** How a capability's fields travel in this endpoint, and which of them nothing carries, with what could. */
export interface Wires {
  inputs: Inputs;
  outputs: Outputs;
  openInputs: Open[];
  openOutputs: Open[];
}

export interface Open {
  field: string;
  /** As `x-capability` writes them: `body.target`, `path.code`. */
  candidates: string[];
}

/** How the request carries what the capability is about, whatever is done with it. */
export function inputsOf(endpoint: Endpoint, capability: Capability, said: SaidCapability | undefined): Inputs {
  const inputs = new Map<string, Inputs[string]>();
  const taken = new Set<string>();
  // What a design may do without takes no place that something else needs.
  const isOptional = (field: string): number => Number(fieldType(capability.in[field] ?? "").isOptional);
  for (const field of Object.keys(capability.in).toSorted((a, b) => isOptional(a) - isOptional(b))) {
    const told = dotted(said?.inputs[field]);
    const found = told ?? inputOf(endpoint, capability, field);
    const place = `${found?.in} ${found?.name}`;
    if (found === undefined || (told === undefined && taken.has(place))) continue;
    inputs.set(field, found);
    taken.add(place);
  }
  const inOrder = Object.keys(capability.in).map((field) => [field, inputs.get(field)] as const);
  return Object.fromEntries(
    inOrder.flatMap(([field, input]) => (input === undefined ? [] : [[field, input] as const])),
  );
}

export function wiresOf(
  endpoint: Endpoint,
  inputs: Inputs,
  steps: Step[],
  tables: Table[],
  capability: Capability,
  said: SaidCapability | undefined,
): Wires {
  const wires: Wires = { inputs, outputs: {}, openInputs: [], openOutputs: [] };
  for (const [field, written] of Object.entries(capability.in)) {
    const { isOptional, unless } = fieldType(written);
    const isNeedless = isOptional || (unless !== null && wires.inputs[unless] !== undefined);
    if (wires.inputs[field] === undefined && !isNeedless) {
      wires.openInputs.push({ field, candidates: sendable(endpoint) });
    }
  }
  for (const [field, outType] of Object.entries(capability.out)) {
    const { type, isOptional } = fieldType(outType);
    if (field === "redirect" || type === "list") {
      wires.outputs[field] = field === "redirect" ? { in: "location", name: "location" } : { in: "body", name: "" };
      continue;
    }
    const names = answered(endpoint, steps, tables);
    const name = said?.outputs[field] ?? outputOf(names, capability, field) ?? newIn(endpoint, capability);
    if (name !== undefined) wires.outputs[field] = { in: "body", name };
    else if (!isOptional) wires.openOutputs.push({ field, candidates: names });
  }
  return wires;
}

function dotted(text: string | undefined): Inputs[string] | undefined {
  const [, where, name] = /^(body|path|query|header)\.(.+)$/.exec(text ?? "") ?? [];
  if (name === undefined) return undefined;
  return where === "body" || where === "path" || where === "query" || where === "header"
    ? { in: where, name }
    : undefined;
}

/** Where a field is sent: as what it is called, else in the only place that can be meant. */
export function inputOf(endpoint: Endpoint, capability: Capability, field: string): Inputs[string] | undefined {
  const sense = senseOf(capability, field);
  const own = fieldsOf(endpoint.body).filter((one) => !isGroup(one));
  const inBody = written(own, ({ name }) => name, sense);
  if (inBody !== undefined) return { in: "body", name: inBody.name };
  const parameter = parameterFor(endpoint, capability, sense);
  if (parameter !== undefined) return { in: parameter.in, name: parameter.name };
  const urls = own.filter(({ schema }) => schema["format"] === "uri" || schema["format"] === "url");
  if (fieldType(capability.in[field] ?? "").type === "url" && urls.length === 1 && urls[0] !== undefined)
    return { in: "body", name: urls[0].name };
  // What answers one thing where several are asked for serves something else.
  const isList = Object.values(capability.out).some((out) => fieldType(out).type === "list");
  if (isList && !answersList(endpoint)) return undefined;
  // With a single place to put it there is nothing to ask.
  if (Object.keys(capability.in).length !== 1) return undefined;
  const texts = own.filter((one) => isText(one) && one.schema["enum"] === undefined);
  const paths = endpoint.parameters.filter((p) => p.in === "path");
  if (texts.length === 1 && paths.length === 0 && texts[0] !== undefined) return { in: "body", name: texts[0].name };
  if (paths.length === 1 && texts.length === 0 && paths[0] !== undefined) return { in: "path", name: paths[0].name };
  const queries = endpoint.parameters.filter((p) => p.in === "query" && !isPaging(p.name));
  if (paths.length + texts.length === 0 && queries.length === 1 && queries[0] !== undefined)
    return { in: "query", name: queries[0].name };
  const who = isList && paths.length + texts.length + queries.length === 0 ? headerOfWho(endpoint) : undefined;
  return who === undefined ? undefined : { in: "header", name: who.name };
}

function answersList({ responses }: Endpoint): boolean {
  const schema = successIn(responses)?.schema;
  return isArray(schema) || fieldsOf(schema).some((one) => isArray(one.schema));
}

function sendable(endpoint: Endpoint): string[] {
  const body = fieldsOf(endpoint.body)
    .filter((one) => !isGroup(one))
    .map(({ name }) => `body.${name}`);
  const parameters = endpoint.parameters.filter((one) => one.in !== "query" || !isPaging(one.name));
  return [...body, ...parameters.map((p) => `${p.in}.${p.name}`)].slice(0, 6);
}

function outputOf(names: string[], capability: Capability, field: string): string | undefined {
  const found = written(names, (name) => name, senseOf(capability, field));
  if (found !== undefined) return found;
  return Object.keys(capability.out).length === 1 && names.length === 1 ? names[0] : undefined;
}

/** The one text of an answer that was not sent: where a single thing is asked for, it is that. */
export function newIn(endpoint: Endpoint, capability: Capability): string | undefined {
  if (Object.keys(capability.out).length !== 1) return undefined;
  const success = successIn(endpoint.responses);
  // Of `/holds/{hold_id}` an answer's `hold` is what was sent.
  const sent = [
    ...fieldsOf(endpoint.body).map(({ name }) => plain(name)),
    ...endpoint.parameters.flatMap(({ name }) => /^(.+)id$/.exec(plain(name))?.[1] ?? []),
  ];
  const fresh = fieldsOf(success?.schema).filter(
    (one) => !isGroup(one) && isText(one) && !sent.includes(plain(one.name)) && !isAside(one),
  );
  const codes = fresh.filter(({ schema }) => schema["format"] === undefined);
  const [only, other] = codes.length > 0 ? codes : fresh;
  return other === undefined ? only?.name : undefined;
}

/** What answers say beside their matter. */
const isAside = ({ name, schema }: Field): boolean =>
  /^(?:status|state|message|msg|error|errors|success|ok|result|detail|details|type|version|createdat|updatedat|expiresat|created|expires)$/.test(
    plain(name.split(".").at(-1) ?? name),
  ) || ["date-time", "date", "uuid", "email"].includes(String(schema["format"]));

const isSuccess = (status = 200): boolean => status < 300;

/** Fields of a success: as declared, else as the steps answer them, else the columns of the row that comes back. */
function answered(endpoint: Endpoint, steps: Step[], tables: Table[]): string[] {
  const success = successIn(endpoint.responses);
  const fields = fieldsOf(success?.schema);
  const groups = fields.filter(isGroup).map(({ name }) => name);
  const declared = fields.map(({ name }) => name).filter((name) => !groups.includes(name));
  const flat = plainSteps(steps);
  const returned = flat.flatMap((step) =>
    "return" in step && isSuccess(step.return.status) ? [step.return.body] : [],
  );
  const body = returned.find((part) => part !== undefined);
  if (isRecord(body)) {
    const keys = Object.keys(body).filter((name) => !groups.includes(name));
    return [...new Set([...keys, ...declared])];
  }
  if (declared.length > 0) return declared;
  const tableName = flat.flatMap((step) => ("insert" in step ? [step.insert] : "get" in step ? [step.get] : []))[0];
  return tables.find(({ name }) => name === tableName)?.columns.map(({ name }) => name) ?? [];
}
