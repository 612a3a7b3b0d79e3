import type { Node } from "libpg-query";
import type { Catalog } from "./catalog.ts";
import type { Judged } from "./judged.ts";
import { stringOf } from "./type-text.ts";

const body =
  /^\s*begin\s+(?:(?:if\s[^;]{1,200}\sthen\s+)?new\."?\w{1,63}"?\s*:?=\s*(?:now\(\)|(?:current|transaction|clock|statement)_timestamp(?:\(\))?|localtimestamp)(?:\s+at\s+time\s+zone\s+'utc')?\s*;\s*(?:end\s+if;\s*)?){1,5}return\s+new;\s*end;?\s*$/i;

/**
 * The trigger that writes `updated_at`, and its function: it decides nothing that a test could see, so that a schema which has one runs
 * without it. Null of every other statement.
 */
export function judgeStamping({ stamping }: Catalog, node: Node): Judged | null {
  if ("CreateFunctionStmt" in node) {
    const { funcname, options = [] } = node.CreateFunctionStmt;
    const written = options.flatMap((one) =>
      "DefElem" in one && one.DefElem.defname === "as" ? [one.DefElem.arg] : [],
    );
    const [code] = written.flatMap((arg) => (arg !== undefined && "List" in arg ? (arg.List.items ?? []) : []));
    if (!body.test(stringOf(code))) return null;
    stamping.add(stringOf(funcname?.at(-1)));
  } else if (!("CreateTrigStmt" in node) || !stamping.has(stringOf(node.CreateTrigStmt.funcname?.at(-1)))) return null;
  const message = "This only writes when a row was changed; it is not run, and the column keeps its default.";
  return { verdict: "ignored", message };
}
