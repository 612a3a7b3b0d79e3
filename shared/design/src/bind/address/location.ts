import type { Endpoint, Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps, tableFilled } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import { parametersIn } from "../../api/path.ts";
import { successIn } from "../../api/success.ts";
import { columnOf } from "../column-of.ts";
import { isRecord } from "../fields.ts";
import { isNamed, type Sense, senseOf } from "../sense.ts";

interface Made {
  endpoint: Endpoint;
  capability: Capability | undefined;
  steps: Step[];
  outputs: Operation["outputs"];
  tables: Table[];
  senses: Sense[];
  /** All of the document. */
  endpoints: Endpoint[];
}

/**
 * The same steps with the `Location` that is declared for what they make: the path under which another endpoint finds it. Where
 * no body is declared beside it, what was made is found there.
 */
export function withLocation(made: Made): Pick<Made, "steps" | "outputs"> {
  const { endpoint, capability, steps, outputs } = made;
  const success = successIn(endpoint.responses);
  const isDeclared = success?.headers.some((name) => name.toLowerCase() === "location") === true;
  const [field] = Object.keys(capability?.out ?? {});
  const last = steps.at(-1);
  const unchanged = { steps, outputs };
  if (!isDeclared || field === undefined || capability === undefined) return unchanged;
  if (last === undefined || !("return" in last) || last.return.location !== undefined) return unchanged;
  const reference = referenceTo(outputs[field]?.name, last.return.body, made);
  if (reference === undefined) return unchanged;
  const location = pathTo(field, reference, made, capability);
  return {
    steps: [...steps.slice(0, -1), { return: { ...last.return, location } }],
    outputs: success?.schema === undefined ? { ...outputs, [field]: { in: "location", name: "location" } } : outputs,
  };
}

/** `urls.code`: what the steps answer as the thing that they have made, as a hole names it. */
function referenceTo(name: string | undefined, body: unknown, { steps, tables, senses }: Made): string | undefined {
  if (name === undefined) return undefined;
  const said = isRecord(body) ? body[name] : undefined;
  if (typeof said === "string" && said.startsWith("$")) return said.slice(1);
  const written = plainSteps(steps).flatMap((step) => ("update" in step ? [step.update] : (tableFilled(step) ?? [])));
  const table = tables.find((one) => one.name === written[0]);
  const column = table === undefined ? undefined : columnOf(name, table, senses);
  return column === undefined ? undefined : `row.${column.name}`;
}

/** The path at which an endpoint asks for it, one that reads before all others; else below the path where it was made. */
function pathTo(field: string, reference: string, { endpoint, endpoints }: Made, capability: Capability): string {
  const own = parametersIn(endpoint.path);
  const sense = senseOf(capability, field);
  const paths = endpoints
    .toSorted((a, b) => Number(b.method === "GET") - Number(a.method === "GET"))
    .flatMap(({ path }) => {
      const parts = path.split("/");
      const at = parts.findIndex((part) => /^\{.*\}$/.test(part) && isNamed(sense, part.slice(1, -1)));
      const names = parametersIn(parts.slice(0, at).join("/"));
      return at > 0 && path !== endpoint.path && names.every((name) => own.includes(name)) ? [parts.slice(0, at)] : [];
    });
  const before = paths[0] ?? endpoint.path.split("/").filter((part, n) => n === 0 || part !== "");
  const filled = before.map((part) => part.replace(/^\{(.*)\}$/, "{path.$1}"));
  return `${filled.join("/")}/{${reference}}`;
}
