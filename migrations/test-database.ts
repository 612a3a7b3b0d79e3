import { randomBytes } from "node:crypto";
import { openDatabase, type OpenDatabase } from "@proofroom/database/open";
import pg from "pg";
import { migrate } from "./migrate.ts";

const template = "proofroom_template";

/** Any number that no other lock of the test server uses. */
const templateLock = 20_261_124;

/** A migrated, empty database of one's own, cloned from a template. It is dropped when disposed of. */
export async function freshDatabase(): Promise<OpenDatabase & { url: string }> {
  const server = process.env["PROOFROOM_TEST_POSTGRES"];
  if (server === undefined) throw new Error("run this test in vitest's project pg or temporal, which start Postgres");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await withClient(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await ensureTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = databaseUrl(server, name);
  const open = openDatabase(url, 10, () => {});
  return {
    ...open,
    url,
    async [Symbol.asyncDispose]() {
      await open[Symbol.asyncDispose]();
      await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Migrated under another name first: a template that exists is complete. */
async function ensureTemplate(client: pg.Client, server: string): Promise<void> {
  const found = await client.query("select from pg_database where datname = $1", [template]);
  if (found.rowCount !== 0) return;
  const half = `${template}_half`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half}`);
  {
    await using open = openDatabase(databaseUrl(server, half), 1, () => {});
    await migrate(open.db);
  }
  await client.query(`alter database ${half} rename to ${template}`);
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
