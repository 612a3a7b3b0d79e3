/** What often stands beside a schema and does no harm: told, and not run. */
export const ignored: Record<string, string> = {
  TransactionStmt: "BEGIN and COMMIT are not run: the schema is applied as one anyway.",
  VariableSetStmt: "SET is not run: the database has its own settings.",
  GrantStmt: "GRANT is not run: one role owns everything here.",
  GrantRoleStmt: "GRANT is not run: one role owns everything here.",
  AlterOwnerStmt: "OWNER TO is not run: one role owns everything here.",
  CreatePolicyStmt: "CREATE POLICY is not run: one role owns everything here, and an owner sees every row.",
  CreateRoleStmt: "CREATE ROLE is not run: one role owns everything here.",
  AlterDefaultPrivilegesStmt: "ALTER DEFAULT PRIVILEGES is not run: one role owns everything here.",
  VacuumStmt: "VACUUM and ANALYZE are not run: the run's server looks after its tables.",
  ReindexStmt: "REINDEX is not run: the run's server looks after its tables.",
  ClusterStmt: "CLUSTER is not run: the run's server looks after its tables.",
  CheckPointStmt: "CHECKPOINT is not run: the run's server looks after its tables.",
  CreateStatsStmt: "CREATE STATISTICS is not run: it helps the planner alone.",
  LockStmt: "LOCK is not run: nobody else uses the database while the schema is applied.",
  ListenStmt: "LISTEN is not run: nothing is sent while the schema is applied.",
  NotifyStmt: "NOTIFY is not run: nobody listens while the schema is applied.",
  TruncateStmt: "TRUNCATE is not run: tables start empty.",
  PrepareStmt: "PREPARE is not run: what an endpoint asks is no part of the schema.",
  DeallocateStmt: "DEALLOCATE is not run: what an endpoint asks is no part of the schema.",
  AlterFunctionStmt: "ALTER FUNCTION is not run: no function of the schema is.",
  CreatePublicationStmt: "CREATE PUBLICATION is not run: replication is drawn in the design.",
  InsertStmt: "INSERT is not run: tables start empty, and the tests write what they need.",
};

const code = "it runs code, and code does not run here; constraints, defaults, generated columns and x-operation do.";
const query = "it is a query, not a part of the schema; what an endpoint asks stands in the API's x-operation.";
const server = "it concerns the server, and the run's server is not the schema's to change; remove it.";
const empty = "every run starts with an empty database; remove it.";
const changed = "write the final form where the thing is created instead of changing it afterwards.";
const roles = "a run has one role, which owns everything; remove it.";

/** Statement → why it is refused, completing "… is refused: ". */
export const reasons: Record<string, string> = {
  SelectStmt: query,
  MergeStmt: query,
  ExecuteStmt: query,
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
  CreateFdwStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateForeignServerStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateForeignTableStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateUserMappingStmt: "it reaches beyond the run's own database; draw another component instead.",
  ImportForeignSchemaStmt: "it reaches beyond the run's own database; draw another component instead.",
  CreateSubscriptionStmt: "it reaches beyond the run's own database; draw a read replica instead.",
};

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
  CreateTableSpace: "CREATE TABLESPACE",
  DropTableSpace: "DROP TABLESPACE",
  DeclareCursor: "DECLARE CURSOR",
  Rename: "RENAME",
  Rule: "CREATE RULE",
};

/** A node type of the parser as people write the statement: `DropOwnedStmt` is DROP OWNED. */
export function sqlOf(kind: string): string {
  const name = kind.replace(/Stmt$/, "");
  return spelled[name] ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
}
