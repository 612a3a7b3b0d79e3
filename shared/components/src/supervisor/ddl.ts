import type { Finding } from "@proofroom/domain/design/finding";
import type { Blueprint } from "@proofroom/domain/infrastructure/blueprint";
import type { RunServer } from "@proofroom/postgres/run-server";
import pg from "pg";

/**
 * Runs the candidate's own statements in order as the design's plain role, and answers what is wrong with the one that was
 * refused. Some statement can run for ever (`create materialized view … as select pg_sleep(1e9)`), and a plain role can lift
 * its own time limit: so after `millis` its session is ended from outside.
 */
export async function applyDdl(server: RunServer, ddl: Blueprint["ddl"], millis = 10_000): Promise<Finding | null> {
  const client = new pg.Client({ host: "127.0.0.1", port: server.port, ...server.role });
  client.on("error", () => {});
  await client.connect();
  let isEnded = false;
  const end = setTimeout(() => {
    isEnded = true;
    void endSessions(server).catch(() => {});
  }, millis);
  try {
    for (const statement of ddl) {
      const refused = await client.query(statement.sql).then(() => null, asError);
      if (refused === null) continue;
      return isEnded ? endless(statement, millis) : refusal(statement, refused);
    }
    return null;
  } finally {
    clearTimeout(end);
    await client.end();
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

async function endSessions(server: RunServer): Promise<void> {
  const superuser = new pg.Client({ connectionString: server.url });
  superuser.on("error", () => {});
  await superuser.connect();
  const text = "select pg_terminate_backend(pid) from pg_stat_activity where usename = $1";
  await superuser.query(text, [server.role.user]);
  await superuser.end();
}

type Statement = Blueprint["ddl"][number];

const finding = (line: number, column: number, message: string): Finding => ({
  document: "schema",
  line,
  column,
  severity: "error",
  rule: "ddl",
  message,
});

function endless({ sql, line }: Statement, millis: number): Finding {
  const start = sql.trim().replaceAll(/\s+/g, " ").slice(0, 80);
  const message = `this statement was still running after ${millis / 1_000} seconds and was ended: ${start}`;
  return finding(line, 1, message);
}

/** Postgres counts characters from the statement's beginning; the line and column follow from the text before. */
function refusal({ sql, line }: Statement, error: Error): Finding {
  const position = "position" in error ? Number(error.position) : Number.NaN;
  const before = Number.isNaN(position)
    ? ""
    : Array.from(sql)
        .slice(0, position - 1)
        .join("");
  const lines = before.split("\n");
  const said = [error.message, part(error, "detail"), part(error, "hint")].filter((text) => text !== "");
  return finding(line + lines.length - 1, (lines.at(-1)?.length ?? 0) + 1, said.join(". ").replaceAll("..", "."));
}

function part(error: Error, name: "detail" | "hint"): string {
  const text: unknown = Reflect.get(error, name);
  return typeof text === "string" ? text : "";
}
