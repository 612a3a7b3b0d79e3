import { expect, test } from "vitest";
import { testPack } from "./test-pack.ts";
import { createSession } from "./test-session.ts";

const pack = {
  ...testPack,
  clarifications: [
    {
      id: "ask-1",
      wordings: ["Do we need rate limits?", "Is there a rate limit?", "Should we limit the rate?"],
      match: [["rate limit"]],
      answer: "Expect abuse.",
    },
  ],
};

test("a bare phrase asks while requirements are settled", () => {
  const session = createSession("seed", pack);
  session.start();
  session.message(30, "rate limits");
  expect(session.said.at(-1)?.say).toMatchObject({ kind: "clarification", text: "Expect abuse." });
});

test("a bare phrase answers the question that is open", () => {
  const session = createSession("seed", pack);
  session.start();
  session.until(181);
  expect(session.questions()).toHaveLength(1);
  session.message(200, "rate limits");
  expect(session.said.map(({ say }) => say.kind)).not.toContain("clarification");
  session.message(230, "Do we need rate limits?");
  expect(session.said.map(({ say }) => say.kind)).toContain("clarification");
});

test("what only asks for a nod is no question that is left", () => {
  const session = createSession("seed", pack);
  session.start();
  session.message(30, "Do we need rate limits? I'd say so. Ok?");
  expect(session.said.at(-1)?.say.text).toBe("Expect abuse.");
});

test("to a question in a language that it cannot read it says so, and takes nothing as an assumption", () => {
  const session = createSession("seed", pack);
  session.start();
  for (const text of ["האם הקישורים פגים?", "Wie viele Lesezugriffe gibt es pro Sekunde?"]) {
    session.message(30, text);
    expect(session.said.at(-1)?.say).toMatchObject({ kind: "reply", text: expect.stringMatching(/Ask it in English/) });
  }
});

test.each(["Is the sky blue?", "How long does the cache keep a rate limit?"])(
  "to %j it has no fixed answer, and claims nothing about the brief",
  (text) => {
    const session = createSession("seed", pack);
    session.start();
    for (let n = 1; n <= 8; n += 1) session.message(n * 30, text);
    const replies = session.said.filter(({ say }) => say.kind === "assumption");
    expect(replies.length).toBeGreaterThan(3);
    for (const { say } of replies) {
      expect(say.text).toContain("tate your assumption");
      expect(say.text).not.toMatch(/brief/i);
    }
  },
);

test("of several questions the one that is not answered is named, so that it can be asked by itself", () => {
  const session = createSession("seed", pack);
  session.start();
  session.message(30, "Do we need rate limits? And who waters the office plants?");
  expect(session.said.at(-1)?.say.text).toBe(
    'Expect abuse. That leaves "And who waters the office plants?": ask me that by itself.',
  );
});
