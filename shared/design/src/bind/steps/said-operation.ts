import { Idempotency, type Step } from "@proofroom/domain/design/step";
import { type Node, isMap, isSeq } from "yaml";
import type { EndpointRead } from "../../api/endpoint.ts";
import { oneOf } from "../../text/nearest.ts";
import { plainOf } from "../../text/plain.ts";
import type { Tell } from "../../text/report.ts";
import { entriesOf, startOf } from "../../text/yaml.ts";
import { type Problem, type StepRead, isStepKey, readSteps } from "./step-form.ts";

export interface SaidOperation {
  steps: Step[];
  read: StepRead[];
  idempotency?: { value: Idempotency; node: Node };
  /** Whether all of it could be read. */
  isWhole: boolean;
}

const longKeys = ["idempotency", "steps", "transaction", "publish", "redirect", "return"];

/** Reads `x-operation`: a list of steps, one step, or the map that names them by their part. */
export function readOperation({ operation, endpoint }: EndpointRead, tell: Tell): SaidOperation | null {
  if (operation === null) return null;
  let isWhole = true;
  const problem: Problem = (node, message) => {
    isWhole = false;
    tell({ severity: "error", rule: "x-operation", message, from: startOf(node ?? operation) });
  };
  const said =
    isMap(operation) && !isOneStep(operation) ? readParts(operation, problem) : { read: readSteps(operation, problem) };
  if (said.read.length === 0 && isWhole) {
    problem(operation, `x-operation lists what ${endpoint.opId} does, step by step; there is none yet.`);
  }
  return { ...said, steps: said.read.map(({ step }) => step), isWhole };
}

const isOneStep = (node: Node): boolean => {
  const keys = entriesOf(node).map(({ key }) => key);
  return keys.some((key) => isStepKey(key) && !longKeys.includes(key));
};

function readParts(node: Node, problem: Problem): Pick<SaidOperation, "read" | "idempotency"> {
  const read: StepRead[] = [];
  let idempotency: SaidOperation["idempotency"];
  for (const { key, keyNode, value } of entriesOf(node)) {
    if (key === "idempotency") {
      const parsed = Idempotency.safeParse(plainOf(value));
      if (parsed.success && value !== null && parsed.data.column.includes("."))
        idempotency = { value: parsed.data, node: value };
      else problem(value ?? keyNode, "idempotency says {header: Idempotency-Key, column: table.column}.");
    } else if (key === "steps") read.push(...readSteps(value, problem));
    else if (key === "transaction") {
      const inside = isSeq(value) ? readSteps(value, problem) : [];
      if (!isSeq(value)) problem(value ?? keyNode, "A transaction is a list of steps.");
      const step = { transaction: inside.map((one) => one.step) };
      read.push({ step, node: keyNode, at: startOf(keyNode), inside });
    } else if (longKeys.includes(key)) read.push(...onePart(key, node, problem));
    else problem(keyNode, `x-operation has no ${key}; it has ${oneOf(longKeys)}.`);
  }
  return { read, ...(idempotency === undefined ? {} : { idempotency }) };
}

/** `publish`, `redirect` and `return` of the long form are steps whose other keys stand beside them. */
function onePart(key: string, node: Node, problem: Problem): StepRead[] {
  const own = isMap<Node, Node>(node) ? node.clone() : node;
  if (!isMap(own)) return [];
  own.items = own.items.filter((pair) => String(pair.key) === key);
  return readSteps(own, problem);
}
