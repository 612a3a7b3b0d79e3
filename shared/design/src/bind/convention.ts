import type { Endpoint, Table } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Asked, Conventional } from "./asked.ts";
import { deleteSteps, updateSteps } from "./convention-change.ts";
import { insertSteps } from "./convention-insert.ts";
import { getSteps, listSteps } from "./convention-read.ts";
import { isArray, fieldsOf } from "./fields.ts";
import type { Sense } from "./sense.ts";
import { tableOf } from "./table-of.ts";

export function byConvention(
  endpoint: Endpoint,
  capability: Capability | undefined,
  tables: Table[],
  senses: Sense[],
): Conventional {
  const { method, path, opId } = endpoint;
  if (tables.length === 0) return { steps: null, why: `there is no table yet that ${opId} could be about` };
  const table = tableOf(endpoint, tables, senses);
  if (table === undefined)
    return {
      steps: null,
      why: `it could be about any of ${tables
        .map((t) => t.name)
        .slice(0, 6)
        .join(", ")}`,
    };
  const asked: Asked = { endpoint, table, capability, senses };
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  const isVerb = !last.startsWith("{") && path.includes("{");
  switch (method) {
    case "GET":
      return readsOne(endpoint, capability) ? getSteps(asked) : listSteps(asked);
    case "POST":
      return isVerb && !isAbout(last, table) ? { steps: null, why: `"${last}" may mean anything` } : insertSteps(asked);
    case "PUT":
      return last.startsWith("{") && capability?.writes !== true ? updateSteps(asked) : insertSteps(asked);
    case "PATCH":
      return updateSteps(asked);
    case "DELETE":
      return deleteSteps(asked);
  }
}

const isAbout = (segment: string, table: Table): boolean =>
  segment
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .startsWith(
      table.name
        .toLowerCase()
        .replace(/[^a-z]/g, "")
        .replace(/s$/, ""),
    );

/** One row rather than a list: it is redirected to, or the path ends with its key, or the answer is no list. */
function readsOne({ path, responses, parameters }: Endpoint, capability: Capability | undefined): boolean {
  if (responses.some(({ status }) => status >= 300 && status < 400 && status !== 304)) return true;
  const success = responses.find(({ status }) => status >= 200 && status < 300)?.schema;
  if (isArray(success) || fieldsOf(success).some(({ schema }) => isArray(schema))) return false;
  if (capability?.find.redirects === true) return true;
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  if (last.startsWith("{")) return true;
  return path.includes("{")
    ? fieldsOf(success).length > 0
    : fieldsOf(success).length > 0 && parameters.some((p) => p.required);
}
