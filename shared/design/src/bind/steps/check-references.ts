import { parametersIn } from "../../api/path.ts";
import type { Step } from "@proofroom/domain/design/step";
import { nearest, oneOf } from "../../text/nearest.ts";
import { startOf } from "../../text/yaml.ts";
import type { Table } from "@proofroom/domain/design/model";
import type { Checked } from "./checked.ts";
import { fieldsOf, isRecord } from "../fields.ts";
import { nodeAt, type StepRead } from "./step-form.ts";
import { never } from "@proofroom/domain/never";
import { isReferenceName, referenceNames } from "@proofroom/domain/design/reference";
import { tableIn } from "@proofroom/domain/design/steps-within";

/** Every `$body.x`, `$path.x`, `$query.x`, `$row.x` of the steps has to name what the endpoint is sent, or a row read before. */
export function checkReferences(steps: StepRead[], checked: Checked): void {
  let hasRow = false;
  let hasRows = false;
  const rowOf = new Set<string>();
  for (const { step, node } of steps) {
    const makesRow =
      "insert" in step ||
      "get" in step ||
      "update" in step ||
      "increment" in step ||
      "delete" in step ||
      "take" in step;
    for (const { reference, path } of referencesIn(ownPart(step), [])) {
      const problem = problemOf(reference, { hasRow, hasRows, rowOf }, checked);
      if (problem === null) continue;
      checked.tell({ ...problem, rule: "reference", from: startOf(nodeAt(node, path)) });
    }
    hasRow ||= makesRow;
    const table = tableIn(step);
    if (makesRow && table !== undefined) rowOf.add(table);
    if ("publish" in step && step.message !== undefined) rowOf.add(step.publish);
    hasRows ||= "list" in step;
  }
}

/** Of a step that has others in it only what it says itself: those come after it. */
function ownPart(step: Step): unknown {
  if ("transaction" in step) return {};
  if ("if" in step) return { if: [step.if, Object.keys(step.if).filter((key) => key.startsWith("$"))] };
  return "forEach" in step ? { forEach: step.forEach } : step;
}

interface Found {
  reference: string;
  path: string[];
}

function referencesIn(value: unknown, path: string[]): Found[] {
  if (typeof value === "string") return value.startsWith("$") ? [{ reference: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((part, n) => referencesIn(part, [...path, String(n)]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => referencesIn(part, [...path, key]));
}

type Trouble = { severity: "error" | "warning"; message: string } | null;

function problemOf(
  reference: string,
  seen: { hasRow: boolean; hasRows: boolean; rowOf: ReadonlySet<string> },
  { endpoint, tables, isWorker = false }: Checked,
): Trouble {
  const owner = tables.find(({ name }) => reference.startsWith(`$${name}.`));
  if (owner !== undefined && !isReferenceName(owner.name)) return ofTable(reference, owner, seen.rowOf);
  const [, root = "", rest = ""] = /^\$([a-z]+)(?:\.(.+))?$/.exec(reference) ?? [];
  if (!isReferenceName(root)) {
    const known = referenceNames.filter((name) => isWorker || name !== "message").map((name) => `$${name}`);
    const all = `${known.slice(0, -1).join(", ")} and ${known.at(-1)}`;
    return { severity: "error", message: `${reference} stands for nothing; there are ${all}.` };
  }
  const parameters = (where: string) => endpoint.parameters.filter((p) => p.in === where).map(({ name }) => name);
  switch (root) {
    case "body": {
      const names = fieldsOf(endpoint.body).map(({ name }) => name);
      if (rest === "" || names.length === 0) return null;
      return missing(rest, names, (hint) => `The request body declares no ${rest}; ${hint}.`, "warning");
    }
    case "path":
      if (rest === "") return null;
      return missing(
        rest,
        parametersIn(endpoint.path),
        (hint) => `The path ${endpoint.path} has no {${rest}}; ${hint}.`,
        "error",
      );
    case "query":
      return missing(
        rest,
        parameters("query"),
        (hint) => `${endpoint.opId} declares no query parameter ${rest}; ${hint}.`,
        "warning",
      );
    case "header": {
      const names = parameters("header").map((name) => name.toLowerCase());
      return missing(
        rest.toLowerCase(),
        names,
        (hint) => `${endpoint.opId} declares no header ${rest}; ${hint}.`,
        "warning",
      );
    }
    case "row": {
      if (!seen.hasRow)
        return {
          severity: "error",
          message: `${reference} stands for a row, and no step before has read or written one.`,
        };
      const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
      if (rest === "" || columns.length === 0) return null;
      return missing(rest.split(".")[0] ?? "", columns, (hint) => `No table has a column ${rest}; ${hint}.`, "error");
    }
    case "rows":
      return seen.hasRows
        ? null
        : { severity: "error", message: "$rows stands for what a list found, and no step before is a list." };
    case "now":
    case "user":
    case "cursor":
    case "count":
    case "cached":
    case "object":
    case "called":
    case "item":
      return null;
    case "message":
      return isWorker
        ? null
        : {
            severity: "error",
            message: "$message is what a worker is given; an endpoint is sent $body, $path, $query and $header.",
          };
    default:
      return never(root);
  }
}

/** Whether `$name.column` stands for a row of the table of that name. */
export const isTableName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name) && !isReferenceName(name);

function ofTable(reference: string, { name, columns }: Table, rowOf: ReadonlySet<string>): Trouble {
  if (!rowOf.has(name)) {
    const message = `${reference} stands for a row of ${name}, and no step before has read or written one.`;
    return { severity: "error", message };
  }
  const column = reference.slice(name.length + 2).split(".")[0] ?? "";
  const names = columns.map((one) => one.name);
  return missing(column, names, (hint) => `${name} has no column ${column}; ${hint}.`, "error");
}

function missing(
  name: string,
  names: string[],
  message: (hint: string) => string,
  severity: "error" | "warning",
): Trouble {
  if (names.includes(name)) return null;
  const meant = nearest(name, names);
  const hint =
    meant !== undefined
      ? `${meant} was probably meant`
      : names.length === 0
        ? "it has none"
        : `there is ${oneOf(names)}`;
  return { severity, message: message(hint) };
}
