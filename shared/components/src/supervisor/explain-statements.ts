import type { DatabaseAddress } from "@proofroom/domain/infrastructure/component-message";
import type { StatementPlan, TracedStatement } from "@proofroom/domain/judge/trace";
import pg from "pg";
import { planOf } from "./plan-of.ts";

const mostPlans = 40;
const tooMany = `of a test's statements ${mostPlans} are explained, those of the request that decided it and the latest before`;

/**
 * The statements, each with how the database finds its rows, asked with the values that were sent. What only reads is run once
 * more for that, in a transaction that can write nothing; of a write, and of what cannot be run so, the plan is only made. Of many
 * those that come first are asked, then the latest; the others say why they have none.
 */
export async function explainStatements(
  address: DatabaseAddress,
  statements: readonly TracedStatement[],
  isFirst: (statement: TracedStatement) => boolean = () => false,
): Promise<TracedStatement[]> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000, query_timeout: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(
      "set statement_timeout = '1s'; set lock_timeout = '200ms'; set default_transaction_read_only = on",
    );
    const able = statements.filter(({ text }) => /^\s*(select|insert|update|delete|with)\b/i.test(text));
    const byWeight = able.toReversed().toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    const chosen = new Set(byWeight.slice(0, mostPlans));
    const explained: TracedStatement[] = [];
    for (const statement of statements) {
      if (chosen.has(statement)) explained.push({ ...statement, plan: await explain(client, statement) });
      else
        explained.push(
          able.includes(statement) ? { ...statement, plan: { kind: "none", reason: tooMany } } : statement,
        );
    }
    return explained;
  } catch (error) {
    const reason = `the database could not be asked: ${error instanceof Error ? error.message : String(error)}`;
    return statements.map((statement) => ({ ...statement, plan: { kind: "none", reason } }));
  } finally {
    await client.end().catch(() => {});
  }
}

async function explain(client: pg.Client, { text, values }: TracedStatement): Promise<StatementPlan> {
  if (/^\s*select\b/i.test(text)) {
    const measured = await asked(client, "analyze, buffers, format json", text, values);
    if (measured.kind === "found") return { kind: "measured", nodes: measured.nodes };
  }
  const planned = await asked(client, "format json", text, values);
  return planned.kind === "found"
    ? { kind: "estimated", nodes: planned.nodes }
    : { kind: "none", reason: planned.reason };
}

async function asked(client: pg.Client, options: string, text: string, values: (string | null)[]) {
  try {
    const { rows } = await client.query<{ "QUERY PLAN": unknown }>(`explain (${options}) ${text}`, values);
    return { kind: "found" as const, nodes: planOf(rows[0]?.["QUERY PLAN"]) };
  } catch (error) {
    return { kind: "refused" as const, reason: error instanceof Error ? error.message : String(error) };
  }
}
