import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { people, playCandidate } from "./own-figures-sessions.ts";
import { createVirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const seeds = ["one", "two", "three", "four"];

test.each(Object.entries(people))(
  "%s is asked for bytes a year, for hops against p99 and for what fails with the database, before summing up",
  async (_, person) => {
    for (const seed of seeds) {
      const room = await createVirtualRoom({ pack, capabilities, seed });
      playCandidate(room, person);
      const asked = room.state().said.filter(({ question, phase }) => question !== null && phase !== "wrap-up");
      const topics = asked.map(({ topic }) => (topic?.startsWith("what-if:") ? topic : topic?.split(":")[0]));
      expect(topics, `room ${seed}`).toEqual(expect.arrayContaining(["growth", "chain", `what-if:${person.database}`]));
      expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length);
    }
  },
);

test.each([
  ["chain", "\nOf the 80 ms we give 10 ms to the api and 40 ms to the db."],
  ["growth", "\nThat is 500 GB a year."],
  ["what-if:db", "\nWhen the database is down nothing is shortened, and opens answer 503."],
])("who writes about %s by themselves is not asked for it", async (topic, text) => {
  const person = people["one who writes numbers first and draws in the second phase"];
  if (person === undefined) throw new Error("nobody of that name");
  const room = await createVirtualRoom({ pack, capabilities, seed: "dealt with" });
  playCandidate(room, { ...person, deeds: [...person.deeds, [3.5, "design", text]] });
  expect(room.state().said.filter((line) => line.topic?.startsWith(topic))).toEqual([]);
});
