import { nearest } from "../text/nearest.ts";
import type { Judged } from "./judged.ts";

/** Those that the run's PostgreSQL has, and lets a plain role create. */
const there =
  "pg_trgm btree_gist btree_gin citext pgcrypto uuid-ossp hstore ltree unaccent fuzzystrmatch intarray".split(" ");

/** What people create beside a schema, and what is told at its own line where the schema needs more of it than that. */
const left = new Set(
  `plpgsql pg_stat_statements pg_cron pg_partman pg_repack pg_prewarm pg_buffercache pgstattuple pgaudit auto_explain pg_hint_plan
  hypopg postgis timescaledb citus vector pg_uuidv7 pg_hashids pg_ulid pgjwt pgmq pg_net pgtap hll rum moddatetime tablefunc
  earthdistance cube`.split(/\s+/),
);

export function judgeExtension(name: string): Judged {
  if (there.includes(name)) return { verdict: "run" };
  if (left.has(name)) {
    const message =
      name === "plpgsql"
        ? "CREATE EXTENSION is not run: plpgsql is always there."
        : `CREATE EXTENSION is not run: the run's PostgreSQL has no ${name}, and goes without it.`;
    return { verdict: "ignored", message };
  }
  const meant = nearest(name, there);
  const instead = meant === undefined ? `there are ${there.join(", ")}` : `${meant} was probably meant`;
  return { verdict: "refused", message: `CREATE EXTENSION is refused: ${name} is not available; ${instead}.` };
}
