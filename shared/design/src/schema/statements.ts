import type { FuncCall, Node } from "libpg-query";
import { judgeExtension } from "./known-extensions.ts";
import type { Judged } from "./judged.ts";
import { ignored, reasons, sqlOf } from "./statement-reasons.ts";
import { stringOf } from "./type-text.ts";

const allowed: ReadonlySet<string> = new Set([
  "CreateStmt",
  "IndexStmt",
  "AlterTableStmt",
  "CreateEnumStmt",
  "CreateDomainStmt",
  "CompositeTypeStmt",
  "CreateSeqStmt",
  "AlterSeqStmt",
  "ViewStmt",
  "CreateTableAsStmt",
  "CommentStmt",
  "CreateExtensionStmt",
]);

/** Whether a statement is part of a schema, by its node type; whatever has no row is refused. */
export function judgeStatement(kind: string, statement: Node): Judged {
  const note = ignored[kind];
  if (note !== undefined) return { verdict: "ignored", message: note };
  if (isSetting(statement)) return { verdict: "ignored", message: ignored["VariableSetStmt"] ?? "" };
  if (asksTables(statement))
    return { verdict: "ignored", message: "A query is not run here: it is no part of the schema." };
  if (isOfNoTable(statement))
    return { verdict: "ignored", message: `${sqlOf(kind)} is not run: it changes no table and no column.` };
  if (isJob(statement)) {
    const message =
      "pg_cron is not run: what it would do in time, a worker of the diagram does, or a request that looks at the time.";
    return { verdict: "ignored", message };
  }
  if (!allowed.has(kind) && !isNumbering(statement)) {
    const reason = reasons[kind] ?? "only tables, indexes, types, sequences, views and comments are part of a schema.";
    return { verdict: "refused", message: `${sqlOf(kind)} is refused: ${reason}`, reason };
  }
  return judgeForm(statement);
}

/** What the statements that run create: a comment on anything else would look for what is not there. */
const commented: ReadonlySet<string> = new Set(
  "TABLE COLUMN INDEX SEQUENCE VIEW MATVIEW TYPE DOMAIN TABCONSTRAINT DOMCONSTRAINT SCHEMA"
    .split(" ")
    .map((kind) => `OBJECT_${kind}`),
);

/** `select pg_catalog.set_config(…)`, with which every dump begins. */
const isSetting = (statement: Node): boolean => calledAlone(statement).at(-1) === "set_config";

/** What drops code, of which none is run, or gives another name to what nobody calls by it. */
function isOfNoTable(statement: Node): boolean {
  const kind =
    "DropStmt" in statement
      ? statement.DropStmt.removeType
      : "RenameStmt" in statement
        ? statement.RenameStmt.renameType
        : undefined;
  return kind !== undefined && nameless.has(kind);
}

const nameless: ReadonlySet<string> = new Set(
  "FUNCTION PROCEDURE ROUTINE TRIGGER TABCONSTRAINT POLICY".split(" ").map((kind) => `OBJECT_${kind}`),
);

/** `select cron.schedule('free seats', '* * * * *', …)`. */
const isJob = (statement: Node): boolean => calledAlone(statement)[0] === "cron";

/** The name of the function that a `select` calls and does nothing else. */
export const calledAlone = (statement: Node): string[] => (calledIn(statement)?.funcname ?? []).map(stringOf);

function calledIn(statement: Node): FuncCall | undefined {
  const [target, ...more] = "SelectStmt" in statement ? (statement.SelectStmt.targetList ?? []) : [];
  const value = target !== undefined && "ResTarget" in target ? target.ResTarget.val : undefined;
  return value !== undefined && "FuncCall" in value && more.length === 0 ? value.FuncCall : undefined;
}

/** `select setval('links_id_seq', 1000)` says what `alter sequence … restart` says. */
function isNumbering(statement: Node): boolean {
  const isPlain = (arg: Node): boolean =>
    "A_Const" in arg ||
    ("FuncCall" in arg &&
      stringOf(arg.FuncCall.funcname?.at(-1)) === "pg_get_serial_sequence" &&
      (arg.FuncCall.args ?? []).every((one) => "A_Const" in one));
  const call = calledIn(statement);
  return stringOf(call?.funcname?.at(-1)) === "setval" && (call?.args ?? []).every(isPlain);
}

/** What an endpoint will ask is often written below the tables. */
const asksTables = (statement: Node): boolean =>
  ("SelectStmt" in statement && statement.SelectStmt.fromClause !== undefined) ||
  "UpdateStmt" in statement ||
  "DeleteStmt" in statement ||
  "ExplainStmt" in statement;

function judgeForm(statement: Node): Judged {
  if ("CreateExtensionStmt" in statement) return judgeExtension(statement.CreateExtensionStmt.extname ?? "");
  if ("CreateTableAsStmt" in statement && statement.CreateTableAsStmt.objtype !== "OBJECT_MATVIEW") {
    const message = "CREATE TABLE AS is refused: write the columns out, or make it a materialized view.";
    return { verdict: "refused", message };
  }
  if ("CreateStmt" in statement && statement.CreateStmt.relation?.relpersistence === "t") {
    const message =
      "CREATE TEMP TABLE is refused: a temporary table ends with its connection, and services open many; drop TEMP.";
    return { verdict: "refused", message };
  }
  if ("CommentStmt" in statement && !commented.has(statement.CommentStmt.objtype ?? "OBJECT_TABLE"))
    return { verdict: "ignored", message: "A comment on what is not part of the schema is not run." };
  const owner = "AlterTableStmt" in statement ? statement.AlterTableStmt.cmds : undefined;
  if (owner?.some((cmd) => "AlterTableCmd" in cmd && cmd.AlterTableCmd.subtype === "AT_ChangeOwner") === true) {
    return { verdict: "ignored", message: "OWNER TO is not run: one role owns everything here." };
  }
  return { verdict: "run" };
}
