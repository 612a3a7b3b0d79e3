import { PersonId, RoomId } from "@proofroom/domain/id";
import { expect, test } from "vitest";
import { claudeWhere } from "./choose-voice.ts";
import { turnOf } from "./claude/test-turn.ts";
import { rulesVoice } from "./rules-voice.ts";
import type { Voice } from "./voice.ts";

const payer = {
  roomId: RoomId.parse("00000000-0000-4000-8000-0000000000aa"),
  personId: PersonId.parse("00000000-0000-4000-8000-000000000001"),
};
const now = (budget: "off" | "fine" | "cheaper" | "exhausted", failing: "breaker" | null = null) =>
  claudeWhere(rulesVoice, { ledger: { stateOf: () => Promise.resolve(budget) }, failing: () => failing }).now(payer);

test("the voice in use says why it is not Claude's at its best, and nothing while it is", async () => {
  expect(await now("fine")).toEqual({ voice: "claude" });
  expect(await now("cheaper")).toEqual({ voice: "claude", voiceReason: expect.stringContaining("a smaller model") });
  expect(await now("exhausted")).toEqual({ voice: "rules", voiceReason: expect.stringContaining("used up") });
  expect(await now("fine", "breaker")).toMatchObject({ voice: "rules", voiceReason: expect.stringContaining("three") });
});

test("while Claude is known not to answer the template speaks under its own name, and one line says why", async () => {
  const claude: Voice = { speak: () => Promise.resolve({ text: "I am Claude.", voice: "claude", place: null }) };
  const spoken = (failing: "breaker" | null) =>
    claudeWhere(claude, { ledger: { stateOf: () => Promise.resolve("fine") }, failing: () => failing }).speak(
      turnOf(),
      {
        words() {},
        signal: new AbortController().signal,
      },
    );
  expect(await spoken(null)).toMatchObject({ voice: "claude" });
  expect(await spoken("breaker")).toMatchObject({
    voice: "rules",
    text: turnOf().say.text,
    notice: expect.stringContaining("three times"),
  });
});

test("where the budget was used up before, the first word is already the rule-based one's, and that is told once", async () => {
  const claude: Voice = { speak: () => Promise.resolve({ text: "I am Claude.", voice: "claude", place: null }) };
  let budget: "fine" | "exhausted" = "exhausted";
  const voice = claudeWhere(claude, { ledger: { stateOf: () => Promise.resolve(budget) }, failing: () => null });
  const speak = () => voice.speak(turnOf(), { words() {}, signal: new AbortController().signal });
  expect(await speak()).toMatchObject({
    voice: "rules",
    text: turnOf().say.text,
    notice: expect.stringContaining("used up"),
  });
  expect(await speak()).not.toHaveProperty("notice");
  budget = "fine";
  expect(await speak()).toMatchObject({ voice: "claude" });
});
