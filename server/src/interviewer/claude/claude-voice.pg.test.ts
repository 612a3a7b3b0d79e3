import { createBreaker } from "@proofroom/ai/breaker";
import { createClaude } from "@proofroom/ai/claude";
import { createPaidModel } from "@proofroom/ai/paid-model";
import { startFakeMessages } from "../../../../bench/fake-messages/server.ts";
import { createAiLedger } from "@proofroom/database/ai-ledger";
import { sql } from "kysely";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import { expect, test } from "vitest";
import { createClaudeVoice } from "./claude-voice.ts";
import { brief, probe, turnOf } from "./test-turn.ts";

const quiet = () => ({ words: () => {}, signal: new AbortController().signal });

async function practice() {
  const database = await freshDatabase();
  const fake = await startFakeMessages();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  const ledger = createAiLedger(db);
  const model = createClaude({ apiKey: fake.key, baseURL: fake.url, maxRetries: 0 });
  const paid = createPaidModel({ model, ledger, breaker: createBreaker() });
  const voice = createClaudeVoice({ paid, briefOf: () => brief });
  const policy = (interviewer: "off" | "interviewer") =>
    db.updateTable("room").set({ interviewer }).where("id", "=", roomId).execute();
  return {
    db,
    fake,
    ledger,
    owner,
    policy,
    speak: () => voice.speak({ ...turnOf(), roomId, personId: owner.id }, quiet()),
    async [Symbol.asyncDispose]() {
      await fake.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

test("under policy off nothing leaves for a model, and from the moment of the switch on", async () => {
  await using room = await practice();
  expect((await room.speak()).text).toBe(probe.text);
  expect(room.fake.requests).toEqual([]);
  await room.policy("interviewer");
  expect(await room.speak()).toMatchObject({ voice: "claude" });
  expect(room.fake.requests).toHaveLength(1);
  await room.policy("off");
  await room.speak();
  expect(room.fake.requests).toHaveLength(1);
});

test("each request is in the book with its cost; most of a budget spent asks the cheaper model, all of it the template", async () => {
  await using room = await practice();
  await room.policy("interviewer");
  await room.speak();
  const first = await room.ledger.usageOf(room.owner.id);
  expect(first).toMatchObject({ turns: 1, budgetUsd: 5 });
  expect(first.costUsd).toBeGreaterThan(0);

  await sql`update ai_turn set cost_usd = 0.85`.execute(room.db);
  expect(await room.speak()).toMatchObject({ voice: "claude" });
  expect(room.fake.requests.map(({ taken }) => taken?.body.model)).toEqual(["claude-sonnet-5-5", "claude-haiku-5-5"]);

  await sql`update ai_turn set cost_usd = 0.5`.execute(room.db);
  const last = await room.speak();
  expect(last).toMatchObject({ text: probe.text, voice: "rules", notice: expect.stringContaining("budget") });
  expect((await room.speak()).notice).toBeUndefined();
  expect(room.fake.requests).toHaveLength(2);
});
