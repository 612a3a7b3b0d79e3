import type { FuncCall, Node } from "libpg-query";
import { judgeExtension } from "./known-extensions.ts";
import type { Judged } from "./judged.ts";
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

/** What often stands beside a schema and does no harm: told, and not run. */
const ignored: Record<string, string> = {
  TransactionStmt: "BEGIN and COMMIT are not run: the schema is applied as one anyway.",
  VariableSetStmt: "SET is not run: the database has its own settings.",
  GrantStmt: "GRANT is not run: one role owns everything here.",
  GrantRoleStmt: "GRANT is not run: one role owns everything here.",
  AlterOwnerStmt: "OWNER TO is not run: one role owns everything here.",
  CreatePolicyStmt: "CREATE POLICY is not run: one role owns everything here, and an owner sees every row.",
  CreateRoleStmt: "CREATE ROLE is not run: one role owns everything here.",
  AlterDefaultPrivilegesStmt: "ALTER DEFAULT PRIVILEGES is not run: one role owns everything here.",
  VacuumStmt: "VACUUM and ANALYZE are not run: the run's server looks after its tables.",
  InsertStmt: "INSERT is not run: tables start empty, and the tests write what they need.",
};

const code = "it runs code, and code does not run here; constraints, defaults, generated columns and x-operation do.";
const query = "it is a query, not a part of the schema; what an endpoint asks stands in the API's x-operation.";
const server = "it concerns the server, and the run's server is not the schema's to change; remove it.";
const empty = "every run starts with an empty database; remove it.";
const changed = "write the final form where the thing is created instead of changing it afterwards.";
const roles = "a run has one role, which owns everything; remove it.";

/** Statement → why it is refused, completing "… is refused: ". */
const reasons: Record<string, string> = {
  SelectStmt: query,
  MergeStmt: query,
  PrepareStmt: query,
  ExecuteStmt: query,
  DeallocateStmt: query,
  DeclareCursorStmt: query,
  FetchStmt: query,
  CopyStmt: "it reads or writes files and programs of the server; tables start empty.",
  LoadStmt: "it loads a library into the server; remove it.",
  CreateFunctionStmt: code,
  CreateTrigStmt: code,
  CreateEventTrigStmt: code,
  CreatePLangStmt: code,
  DoStmt: code,
  CallStmt: code,
  RuleStmt: code,
  DropStmt: empty,
  DropdbStmt: empty,
  TruncateStmt: empty,
  DropOwnedStmt: empty,
  CreateSchemaStmt: "it creates tables inside it; end it after its name, and create them behind it.",
  RenameStmt: changed,
  AlterEnumStmt: changed,
  AlterDomainStmt: changed,
  AlterTypeStmt: changed,
  AlterObjectSchemaStmt: "create it in that schema at once instead of moving it.",
  AlterRoleStmt: roles,
  AlterRoleSetStmt: roles,
  DropRoleStmt: roles,
  ReassignOwnedStmt: roles,
  AlterSystemStmt: server,
  AlterDatabaseStmt: server,
  AlterDatabaseSetStmt: server,
  CreateTableSpaceStmt: server,
  DropTableSpaceStmt: server,
  CheckPointStmt: server,
  ReindexStmt: server,
  ClusterStmt: server,
  LockStmt: server,
  ListenStmt: server,
  NotifyStmt: server,
  CreateFdwStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateForeignServerStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateForeignTableStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateUserMappingStmt: "it reaches beyond the run's own database; draw another component instead.",
  ImportForeignSchemaStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateSubscriptionStmt: "it reaches beyond the run's own database; draw a read replica instead.",
  CreatePublicationStmt: "replication is drawn in the design, not written in the schema; remove it.",
};

/** Whether a statement is part of a schema, by its node type; whatever has no row is refused. */
export function judgeStatement(kind: string, statement: Node): Judged {
  const note = ignored[kind];
  if (note !== undefined) return { verdict: "ignored", message: note };
  if (isSetting(statement)) return { verdict: "ignored", message: ignored["VariableSetStmt"] ?? "" };
  if (asksTables(statement))
    return { verdict: "ignored", message: "A query is not run here: it is no part of the schema." };
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

const spelled: Record<string, string> = {
  Createdb: "CREATE DATABASE",
  Dropdb: "DROP DATABASE",
  CreateTrig: "CREATE TRIGGER",
  CreateEventTrig: "CREATE EVENT TRIGGER",
  CreatePLang: "CREATE LANGUAGE",
  CreateFdw: "CREATE FOREIGN DATA WRAPPER",
  AlterRoleSet: "ALTER ROLE",
  AlterDatabaseSet: "ALTER DATABASE",
  AlterObjectSchema: "SET SCHEMA",
  CheckPoint: "CHECKPOINT",
  CreateTableSpace: "CREATE TABLESPACE",
  DropTableSpace: "DROP TABLESPACE",
  DeclareCursor: "DECLARE CURSOR",
  Rename: "RENAME",
  Rule: "CREATE RULE",
};

/** A node type of the parser as people write the statement: `DropOwnedStmt` is DROP OWNED. */
function sqlOf(kind: string): string {
  const name = kind.replace(/Stmt$/, "");
  return spelled[name] ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
}

/** `select pg_catalog.set_config(…)`, with which every dump begins. */
const isSetting = (statement: Node): boolean => calledAlone(statement).at(-1) === "set_config";

/** `select cron.schedule('free seats', '* * * * *', …)`. */
const isJob = (statement: Node): boolean => calledAlone(statement)[0] === "cron";

/** The name of the function that a `select` calls and does nothing else. */
const calledAlone = (statement: Node): string[] => (calledIn(statement)?.funcname ?? []).map(stringOf);

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
