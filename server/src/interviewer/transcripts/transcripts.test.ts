import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Say } from "@proofroom/domain/interview/decision";
import { sentenceCount, wordCount } from "@proofroom/domain/interview/director/say";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { describe, expect, test } from "vitest";
import { play, readTranscript, writeTranscript } from "./transcript.ts";
import { createVirtualRoom } from "./virtual-room.ts";

const folder = join(import.meta.dirname, "golden");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** `UPDATE_TRANSCRIPTS=1` writes what happens now into the files, to be read before it is committed. */
const isUpdate = process.env.UPDATE_TRANSCRIPTS === "1";

/** At most two sentences and one question, to be heard in one breath; recaps are three lines. */
function expectPlainSpeech({ kind, text }: Say): void {
  if (kind === "recap") return expect(text.split("\n")).toHaveLength(3);
  expect(wordCount(text), text).toBeLessThanOrEqual(60);
  expect(text.replaceAll(/"[^"]*"/g, "").split("?").length - 1, text).toBeLessThanOrEqual(1);
  if (kind !== "hint" && kind !== "clarification") expect(sentenceCount(text), text).toBeLessThanOrEqual(3);
}

describe("a transcript says exactly what the interviewer does", () => {
  test.each(files)("%s", async (name) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const transcript = readTranscript(text);
    const { problem, seed, mode, policy, people } = transcript;
    const pack = loadPack(problemsDir, problem);
    const { capabilities } = loadPublicProblem(problemsDir, problem);
    const room = await createVirtualRoom({ pack, capabilities, seed, mode, policy, people });
    play(room, transcript);
    const now = writeTranscript(transcript, room.acts);
    if (isUpdate) writeFileSync(file, now);
    else expect(now).toBe(text);
    for (const act of room.acts) if (act.did === "said") expectPlainSpeech(act.say);
  });
});

test("there are at least a dozen of them", () => {
  expect(files.length).toBeGreaterThanOrEqual(12);
});
