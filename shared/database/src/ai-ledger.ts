import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { type AiBudget, aiBudget } from "./ai-budget.ts";
import { limitsOf, midnight } from "./ai-limits.ts";
import type { AiPurse, AiReserved, AiTier, AiTurn } from "./ai-turn.ts";
import type { Database } from "./schema.ts";

/** The book of all requests to models: what may be spent is taken before one is sent, what was spent is written after. */
export interface AiLedger {
  reserve(
    purse: AiPurse,
    asked: { usd: Record<AiTier, number>; tier: AiTier | null; isNewTurn: boolean },
  ): Promise<AiReserved>;
  settle(reservation: string, turn: AiTurn): Promise<void>;
  /** What a voice may count on now, without reserving: `off` by policy, else by what is spent. */
  stateOf(purse: AiPurse): Promise<"off" | "fine" | "cheaper" | "exhausted">;
  /** Of a person since midnight UTC, as `GET /api/session/usage` answers it. */
  usageOf(personId: string): Promise<AiUsage>;
  /** Forgets words that are older than allowed and reservations that nobody will settle. */
  sweep(): Promise<void>;
}

export interface AiUsage {
  turns: number;
  tokensIn: number;
  tokensOut: number;
  costUsd: number;
  budgetUsd: number;
}

export const createAiLedger = (db: Kysely<Database>, budget: AiBudget = aiBudget): AiLedger => ({
  reserve: (purse, asked) => db.transaction().execute((trx) => reserve(trx, budget, purse, asked)),
  settle: (reservation, turn) => settle(db, reservation, turn),
  stateOf: (purse) => stateOf(db, budget, purse),
  usageOf: (personId) => usageOf(db, budget, personId),
  sweep: () => sweep(db, budget),
});

/**
 * Two reservations of a room, or of a person, must not both see the money that only one can have. The locks are taken in
 * statements of their own, for the last one's snapshot must be taken after the wait; the room's always before the
 * person's, so that nobody waits in a ring.
 */
async function reserve(
  trx: Kysely<Database>,
  budget: AiBudget,
  purse: AiPurse,
  { usd, tier, isNewTurn }: Parameters<AiLedger["reserve"]>[1],
): Promise<AiReserved> {
  await lock(trx, `ai-room/${purse.roomId}`);
  if (purse.personId !== null) await lock(trx, `ai-person/${purse.personId}`);
  const id = randomUUID();
  const isCounted = isNewTurn && purse.purpose === "live";
  const answered = await sql<{ outcome: AiTier | "off" | "exhausted" | "too-many-turns" }>`
    with limits as (${limitsOf(budget, purse)}),
    granted as (
      select case
        when policy = 'off' then 'off'
        when ${isCounted} and turns >= ${budget.turnsPerMinute} then 'too-many-turns'
        when ${tier}::text is distinct from 'cheaper' and (${tier}::text = 'full' or share < ${budget.cheaperFrom})
          and ${usd.full} <= remaining then 'full'
        when ${tier}::text is distinct from 'full' and ${usd.cheaper} <= remaining then 'cheaper'
        else 'exhausted' end as outcome
      from limits),
    reserved as (
      insert into ai_reservation (id, room_id, person_id, role, usd, expires_at)
      select ${id}, ${purse.roomId}, ${purse.personId}, ${purse.purpose},
        case outcome when 'full' then ${usd.full}::numeric else ${usd.cheaper}::numeric end,
        clock_timestamp() + make_interval(mins => ${budget.reservationMinutes})
      from granted where outcome in ('full', 'cheaper'))
    select outcome from granted`.execute(trx);
  // A room that is gone asks no model either.
  const outcome = answered.rows[0]?.outcome ?? "off";
  return outcome === "full" || outcome === "cheaper" ? { outcome: "reserved", id, tier: outcome } : { outcome };
}

const lock = (trx: Kysely<Database>, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);

/** In one statement: at no moment is the money both reserved and spent, or neither. */
async function settle(db: Kysely<Database>, reservation: string, turn: AiTurn): Promise<void> {
  const { purse, usage } = turn;
  await sql`
    with given_back as (delete from ai_reservation where id = ${reservation})
    insert into ai_turn (id, room_id, person_id, role, prompt_hash, prompt_version, model, effort, request_id, usage,
      cost_usd, latency_millis, stop_reason, doc_versions, tool_calls, text, interrupted, leak_blocked, error)
    select ${turn.id}, r.id, ${purse.personId}, ${purse.purpose}, ${turn.promptHash}, ${turn.promptVersion},
      ${turn.model}, ${turn.effort}, ${turn.requestId}, ${JSON.stringify(usage)}::jsonb, ${turn.costUsd}::numeric,
      ${turn.latencyMillis}, ${turn.stopReason}, ${turn.docVersions === null ? null : JSON.stringify(turn.docVersions)}::jsonb,
      ${JSON.stringify(turn.toolCalls)}::jsonb, ${storable(turn.text)}, ${turn.interrupted}, ${turn.leakBlocked}, ${turn.error}
    from room r where r.id = ${purse.roomId}
    on conflict (id) do nothing`.execute(db);
}

/** What Postgres cannot keep in a text. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

async function stateOf(db: Kysely<Database>, budget: AiBudget, purse: AiPurse): ReturnType<AiLedger["stateOf"]> {
  const found = await sql<{ policy: string; remaining: number; share: number }>`
    select policy, remaining::float8 as remaining, share::float8 as share
    from (${limitsOf(budget, purse)}) limits`.execute(db);
  const limits = found.rows[0];
  if (limits === undefined || limits.policy === "off") return "off";
  // The cheapest turn costs about as much.
  if (limits.remaining < 0.002) return "exhausted";
  return limits.share >= budget.cheaperFrom ? "cheaper" : "fine";
}

async function usageOf(db: Kysely<Database>, budget: AiBudget, personId: string): Promise<AiUsage> {
  const found = await sql<Omit<AiUsage, "budgetUsd">>`
    select count(*)::int as turns,
      coalesce(sum((usage->>'inputTokens')::bigint + (usage->>'cacheReadTokens')::bigint
        + (usage->>'cacheWriteTokens')::bigint), 0)::float8 as "tokensIn",
      coalesce(sum((usage->>'outputTokens')::bigint), 0)::float8 as "tokensOut",
      coalesce(sum(cost_usd), 0)::float8 as "costUsd"
    from ai_turn where person_id = ${personId} and at >= ${midnight}`.execute(db);
  const nothing = { turns: 0, tokensIn: 0, tokensOut: 0, costUsd: 0 };
  return { ...(found.rows[0] ?? nothing), budgetUsd: budget.personDayUsd };
}

async function sweep(db: Kysely<Database>, budget: AiBudget): Promise<void> {
  await sql`
    update ai_turn set text = null, tool_calls = null
    where at < now() - make_interval(days => ${budget.textDays}) and (text is not null or tool_calls is not null)`.execute(
    db,
  );
  await sql`delete from ai_reservation where expires_at < now()`.execute(db);
}
