import { randomUUID } from "node:crypto";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { createAiLedger } from "./ai-ledger.ts";
import type { AiPurse, AiTurn } from "./ai-turn.ts";
import type { Database } from "./schema.ts";

const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 100, cacheWriteTokens: 20, cacheWriteHourTokens: 0 };

const turn = (purse: AiPurse, over: Partial<AiTurn> = {}): AiTurn => ({
  id: randomUUID(),
  purse,
  promptHash: "hash",
  promptVersion: "1",
  model: "claude-sonnet-5-5",
  effort: "low",
  requestId: "req_1",
  usage,
  costUsd: 0.01,
  latencyMillis: 120,
  stopReason: "end_turn",
  docVersions: { api: "1.2" },
  toolCalls: [{ name: "point_at", input: { line: 3 } }],
  text: "Which index does that use?",
  interrupted: false,
  leakBlocked: false,
  error: null,
  ...over,
});

const asking = (full: number, cheaper = full) => ({ usd: { full, cheaper }, tier: null, isNewTurn: false }) as const;

async function practice(db: Kysely<Database>) {
  const { roomId, owner } = await testRoom(db);
  await db.updateTable("room").set({ interviewer: "interviewer" }).where("id", "=", roomId).execute();
  const purse = (purpose: AiPurse["purpose"]): AiPurse => ({ roomId, personId: owner.id, purpose });
  return { roomId, owner, purse };
}

test("fifty reservations at once take the talk's budget and no cent more", async () => {
  await using database = await freshDatabase();
  const { purse } = await practice(database.db);
  const ledger = createAiLedger(database.db);
  const asked = await Promise.all(Array.from({ length: 50 }, () => ledger.reserve(purse("live"), asking(0.07))));
  const granted = asked.filter(({ outcome }) => outcome === "reserved");
  // Fourteen times 0.07 is 0.98 of the one dollar.
  expect(granted).toHaveLength(14);
  expect(asked.filter(({ outcome }) => outcome === "exhausted")).toHaveLength(36);
  const sum = await sql<{ usd: string }>`select sum(usd) as usd from ai_reservation`.execute(database.db);
  expect(Number(sum.rows[0]?.usd)).toBeCloseTo(0.98);
});

test("what a person may spend in a day is shared by their rooms, however many ask at once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const rooms = await Promise.all(Array.from({ length: 8 }, () => practice(db)));
  const me = rooms[0]?.owner.id ?? "";
  const ledger = createAiLedger(db);
  const purses = rooms.flatMap(({ roomId }) =>
    Array.from({ length: 6 }, (): AiPurse => ({ roomId, personId: me, purpose: "live" })),
  );
  const asked = await Promise.all(purses.map((purse) => ledger.reserve(purse, asking(0.15))));
  // 33 times 0.15 is 4.95 of five dollars; the rooms alone would allow 48.
  expect(asked.filter(({ outcome }) => outcome === "reserved")).toHaveLength(33);
});

test("a third of the room's money is left for the report", async () => {
  await using database = await freshDatabase();
  const { purse } = await practice(database.db);
  const ledger = createAiLedger(database.db);
  const talk = await ledger.reserve(purse("live"), asking(1));
  expect(talk.outcome).toBe("reserved");
  for (const purpose of ["live", "moderation", "explain", "review"] as const) {
    expect(await ledger.reserve(purse(purpose), asking(0.01))).toEqual({ outcome: "exhausted" });
  }
  expect(await ledger.stateOf(purse("live"))).toBe("exhausted");
  expect((await ledger.reserve(purse("evaluation"), asking(0.3))).outcome).toBe("reserved");
  expect((await ledger.reserve(purse("summary"), asking(0.2))).outcome).toBe("reserved");
  expect(await ledger.reserve(purse("evaluation"), asking(0.01))).toEqual({ outcome: "exhausted" });
});

test("from four fifths on the cheaper model answers, and a tool loop keeps the one it began with", async () => {
  await using database = await freshDatabase();
  const { purse } = await practice(database.db);
  const ledger = createAiLedger(database.db);
  expect(await ledger.stateOf(purse("live"))).toBe("fine");
  expect(await ledger.reserve(purse("live"), asking(0.79))).toMatchObject({ tier: "full" });
  expect(await ledger.reserve(purse("live"), asking(0.01))).toMatchObject({ tier: "full" });
  expect(await ledger.stateOf(purse("live"))).toBe("cheaper");
  expect(await ledger.reserve(purse("live"), asking(0.05, 0.002))).toMatchObject({ tier: "cheaper" });
  expect(await ledger.reserve(purse("live"), { ...asking(0.05, 0.002), tier: "full" })).toMatchObject({ tier: "full" });
  // What the dear one can no longer pay for, the cheap one may.
  expect(await ledger.reserve(purse("live"), { ...asking(0.2, 0.002), tier: "full" })).toEqual({
    outcome: "exhausted",
  });
  expect(await ledger.reserve(purse("live"), asking(0.2, 0.002))).toMatchObject({ tier: "cheaper" });
});

test("a room under policy off reserves nothing for anything, nor does a room that is gone", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, purse } = await practice(db);
  await db.updateTable("room").set({ interviewer: "off" }).where("id", "=", roomId).execute();
  const ledger = createAiLedger(db);
  for (const purpose of ["live", "evaluation", "review", "explain", "moderation", "summary"] as const) {
    expect(await ledger.reserve(purse(purpose), asking(0.01))).toEqual({ outcome: "off" });
  }
  expect(await ledger.stateOf(purse("live"))).toBe("off");
  expect(await ledger.reserve({ ...purse("live"), roomId: randomUUID() }, asking(0.01))).toEqual({ outcome: "off" });
  expect(await db.selectFrom("ai_reservation").selectAll().execute()).toEqual([]);
});

test("a settled request costs what it cost, is written down once, and shows in its person's usage", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { owner, purse } = await practice(db);
  const ledger = createAiLedger(db);
  const reserved = await ledger.reserve(purse("live"), asking(0.9));
  if (reserved.outcome !== "reserved") throw new Error("it was refused");
  const done = turn(purse("live"), { text: "half of 💥".slice(0, -1) + "\0" });
  await ledger.settle(reserved.id, done);
  await ledger.settle(reserved.id, done);
  expect(await db.selectFrom("ai_reservation").selectAll().execute()).toEqual([]);
  const rows = await db.selectFrom("ai_turn").selectAll().execute();
  expect(rows).toMatchObject([
    {
      role: "live",
      model: "claude-sonnet-5-5",
      request_id: "req_1",
      usage,
      cost_usd: "0.010000",
      stop_reason: "end_turn",
    },
  ]);
  expect(rows[0]?.text).toBe("half of \uFFFD");
  const mine = { turns: 1, tokensIn: 130, tokensOut: 5, costUsd: 0.01, budgetUsd: 5 };
  expect(await ledger.usageOf(owner.id)).toEqual(mine);
  expect(await ledger.usageOf(randomUUID())).toEqual({ ...mine, turns: 0, tokensIn: 0, tokensOut: 0, costUsd: 0 });
  expect(await ledger.stateOf(purse("live"))).toBe("fine");
});

test("a room speaks twelve turns a minute; the steps of a tool loop are one turn, and nothing else counts", async () => {
  await using database = await freshDatabase();
  const { purse } = await practice(database.db);
  const ledger = createAiLedger(database.db);
  const request = async (isNewTurn: boolean, stopReason: string): Promise<string> => {
    const reserved = await ledger.reserve(purse("live"), { ...asking(0.001), isNewTurn });
    if (reserved.outcome !== "reserved") return reserved.outcome;
    await ledger.settle(reserved.id, turn(purse("live"), { stopReason, costUsd: 0.001 }));
    return "done";
  };
  for (let n = 0; n < 12; n += 1) {
    expect(await request(true, "tool_use")).toBe("done");
    expect(await request(false, "tool_use")).toBe("done");
    expect(await request(false, "end_turn")).toBe("done");
  }
  expect(await request(true, "end_turn")).toBe("too-many-turns");
  expect((await ledger.reserve(purse("moderation"), { ...asking(0.001), isNewTurn: true })).outcome).toBe("reserved");
});

test("a reservation of a killed process expires, and words are forgotten after thirty days", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { purse } = await practice(db);
  const ledger = createAiLedger(db);
  expect((await ledger.reserve(purse("live"), asking(1))).outcome).toBe("reserved");
  await sql`update ai_reservation set expires_at = now() - interval '1 second'`.execute(db);
  const again = await ledger.reserve(purse("live"), asking(0.5));
  if (again.outcome !== "reserved") throw new Error("it was refused");
  await ledger.settle(again.id, turn(purse("live")));
  await ledger.settle(randomUUID(), turn(purse("evaluation"), { text: "fresh" }));
  await sql`update ai_turn set at = now() - interval '31 days' where role = 'live'`.execute(db);
  await ledger.sweep();
  expect(await db.selectFrom("ai_reservation").selectAll().execute()).toEqual([]);
  const rows = await db.selectFrom("ai_turn").select(["text", "tool_calls", "prompt_hash"]).orderBy("role").execute();
  expect(rows).toMatchObject([{ text: "fresh" }, { text: null, tool_calls: null, prompt_hash: "hash" }]);
});
