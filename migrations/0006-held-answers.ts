import { type Kysely, sql } from "kysely";

/** Which message a held one answers, so that it still does once it is released. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table held_message add column answers int`).execute(db);
}
