import type { Node } from "libpg-query";
import type { Catalog } from "./catalog.ts";
import type { Judged } from "./judged.ts";
import { withoutFunction } from "./own-functions.ts";
import { proceduresIn } from "./procedures.ts";
import { calledAlone } from "./statements.ts";
import { stringOf } from "./type-text.ts";

/**
 * A function that asks or changes the schema's own tables, and that neither a trigger nor a default runs: what it does is read as what
 * the endpoint that calls it does. Another that only such ones call goes with them. Null of every other statement.
 */
export function judgeFunction(
  { source: { sql }, anywhere }: Catalog,
  node: Node,
  from: number,
  to: number,
): Judged | null {
  if (!("CreateFunctionStmt" in node)) return judgeCall(sql, node);
  const { funcname, returnType, is_procedure: isProcedure = false } = node.CreateFunctionStmt;
  const name = stringOf(funcname?.at(-1));
  if (returnType?.names?.some((one) => stringOf(one) === "trigger") === true) return null;
  if (withoutFunction(sql, name, undefined) !== null) return null;
  const isAbout = (text: string): boolean =>
    [...text.matchAll(ofTable)].some(([, table = ""]) => anywhere.has(table.toLowerCase()));
  const what = `${isProcedure ? "The procedure" : "The function"} ${name} is not run`;
  if (isAbout(sql.slice(from, to))) {
    const message = `${what}: what it asks and changes is read as what the endpoint that calls it does, and stands in the binding table.`;
    return { verdict: "ignored", message };
  }
  const caller = proceduresIn(sql).find((one) => one.name !== name && isAbout(one.body) && isCalled(name, one.body));
  return caller === undefined
    ? null
    : { verdict: "ignored", message: `${what}, and neither is ${caller.name}, which calls it.` };
}

/** `SELECT fill_pool(10000);`, of a function that the schema itself makes, is run no more than that. */
function judgeCall(sql: string, node: Node): Judged | null {
  const called = calledAlone(node).at(-1);
  return called === undefined || !proceduresIn(sql).some(({ name }) => name === called)
    ? null
    : { verdict: "ignored", message: `The function ${called} is not run, so it is not called here either.` };
}

const ofTable = /\b(?:from|join|into|update)\s{1,9}(?:only\s{1,9})?(?:"?\w{1,63}"?\.)?"?(\w{1,63})/gi;

const isCalled = (name: string, body: string): boolean =>
  new RegExp(`(?<!\\w)"?${name.replaceAll(/\W/g, "\\$&")}"?\\s{0,9}\\(`, "i").test(body);
