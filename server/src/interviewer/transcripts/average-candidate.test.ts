import { thingsOf } from "@proofroom/domain/interview/design/naming";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, describe, expect, test } from "vitest";
import { playAverageCandidate } from "./average-candidate.ts";
import { createVirtualRoom, type VirtualRoom } from "./virtual-room.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

const sessionOf = async (seed: string): Promise<VirtualRoom> => {
  const room = await createVirtualRoom({ pack, capabilities, seed });
  playAverageCandidate(room);
  return room;
};

const said = (room: VirtualRoom) => room.acts.flatMap((act) => (act.did === "said" ? [act] : []));
const questions = (room: VirtualRoom) => said(room).filter(({ say }) => say.question !== null);

describe("an average candidate over 45 minutes", () => {
  let room: VirtualRoom;
  beforeAll(async () => {
    room = await sessionOf("average");
  });

  test("is asked at least 12 questions on at least 8 items, at least 4 of them from numbers and graph", () => {
    const asked = questions(room);
    const items = new Set(asked.map(({ say }) => say.question?.item));
    const challenges = asked.filter(({ say }) => say.question?.source === "challenge");
    console.log(`questions ${asked.length}, items ${items.size}, from numbers and graph ${challenges.length}`);
    expect(asked.length).toBeGreaterThanOrEqual(12);
    expect(items.size).toBeGreaterThanOrEqual(8);
    expect(challenges.length).toBeGreaterThanOrEqual(4);
  });

  test("is never left five minutes without a word", () => {
    const times = [0, ...said(room).map(({ at }) => at), 45 * 60_000];
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    console.log(`longest without a word: ${Math.max(...gaps) / 1_000} s`);
    expect(Math.max(...gaps)).toBeLessThan(300_000);
  });

  test("is asked about things of the documents in nine of ten questions once there is something in them", () => {
    const reading = room.state().reading;
    const names = reading === null ? [] : thingsOf(reading).map(({ name }) => `\`${name}\``);
    const asked = questions(room).filter(({ at }) => at > 90_000);
    const specific = asked.filter(
      ({ say }) =>
        say.place !== null &&
        (/\b(?:schema|api|design)(?: line)? \d+/i.test(say.text) || names.some((name) => say.text.includes(name))),
    );
    console.log(`specific ${specific.length} of ${asked.length}`);
    expect(specific.length / asked.length).toBeGreaterThanOrEqual(0.9);
  });

  test("hears at most 60 words a turn and no sentence twice", () => {
    const texts = said(room).flatMap(({ say }) => (say.kind === "recap" ? [] : [say.text]));
    for (const text of texts) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(60);
    const asked = questions(room).map(({ say }) => say.text);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("is asked otherwise in another room", async () => {
    const other = await sessionOf("another");
    expect(questions(other).map(({ say }) => say.text)).not.toEqual(questions(room).map(({ say }) => say.text));
  });
});

test.each([20, 60] as const)("in %i minutes it is as much, and nobody is left without a word", async (minutes) => {
  const room = await createVirtualRoom({ pack, capabilities, seed: "average" });
  playAverageCandidate(room, minutes);
  const asked = questions(room);
  const challenges = asked.filter(({ say }) => say.question?.source === "challenge");
  const items = new Set(asked.map(({ say }) => say.question?.item));
  const times = [0, ...said(room).map(({ at }) => at), minutes * 60_000];
  const longest = Math.max(...times.slice(1).map((at, n) => at - (times[n] ?? 0)));
  console.log(
    `${minutes} minutes: ${asked.length} questions, ${items.size} items, ${challenges.length}, ${longest / 1_000} s`,
  );
  expect(asked.length).toBeGreaterThanOrEqual(12);
  expect(items.size).toBeGreaterThanOrEqual(8);
  expect(challenges.length).toBeGreaterThanOrEqual(4);
  expect(longest).toBeLessThan(300_000);
});
