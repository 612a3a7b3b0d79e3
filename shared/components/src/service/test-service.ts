import { randomBytes } from "node:crypto";
import type { Operation, Table } from "@proofroom/domain/design/model";
import pg from "pg";
import { createHopBook } from "../hop-book.ts";
import { createApp } from "./app.ts";
import { bareOperation } from "./bare-operation.ts";
import { openDatabase } from "./database.ts";
import type { Workshop } from "./take-steps.ts";
import { testWorkshop } from "./test-workshop.ts";

/** For tests: one replica over a database of its own in the Postgres that the test run has started. */
export async function startService({
  ddl,
  tables = [],
  operations,
  ...using
}: { ddl: string; tables?: Table[]; operations: Operation[] } & Partial<
  Pick<Workshop, "now" | "caches" | "objects" | "services" | "publish" | "afterLook" | "draws">
>) {
  const server = process.env["PROOFROOM_TEST_POSTGRES"];
  if (server === undefined) throw new Error("run this test in the project `pg`");
  const name = `service_${randomBytes(6).toString("hex")}`;
  const url = new URL(server);
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const own = new URL(server);
  own.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: own.href });
  await client.connect();
  await client.query(ddl);
  const log: string[] = [];
  const hops = createHopBook();
  const address = {
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: decodeURIComponent(url.password),
    database: name,
  };
  const database = openDatabase(address, 10);
  const say = (line: string) => log.push(line);
  const app = createApp({
    component: "api",
    operations,
    workshop: testWorkshop(database, { ...using, tables, operations, log: say }),
    counters: () => ({ statements: database.statements() }),
    keep: (hop) => hops.keep(hop),
    log: say,
  });
  return {
    /** Statements that the replica has sent so far. */
    statements: () => database.statements(),
    log,
    hops,
    address,
    sql: async (text: string) => (await client.query<Record<string, unknown>>(text)).rows,
    async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await app.request(`http://service${path}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const parsed: unknown = text === "" ? undefined : JSON.parse(text);
      return { status: response.status, body: parsed, location: response.headers.get("location") };
    },
  };
}

export const operation = bareOperation;

export const table = (
  name: string,
  columns: Record<string, string | { type: string; default?: string }>,
  keys: { primaryKey?: string[]; uniques?: string[][] } = {},
): Table => ({
  name,
  columns: Object.entries(columns).map(([column, said]) => ({
    name: column,
    nullable: true,
    generated: false,
    line: 1,
    ...(typeof said === "string" ? { type: said } : said),
  })),
  primaryKey: keys.primaryKey ?? [],
  uniques: keys.uniques ?? [],
  foreignKeys: [],
  indexes: [],
  line: 1,
});
