import type { DocumentTables } from "./document-tables.ts";
import type { InterviewTables } from "./interview-tables.ts";
import type { PeopleTables } from "./people-tables.ts";
import type { RunTables } from "./run-tables.ts";

/** Every table, for Kysely. Columns are named as in SQL. */
export interface Database extends PeopleTables, DocumentTables, RunTables, InterviewTables {}
