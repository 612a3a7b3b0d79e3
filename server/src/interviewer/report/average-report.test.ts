import { PersonId } from "@proofroom/domain/id";
import type { KeptNote, Note } from "@proofroom/domain/interview/note";
import { Report } from "@proofroom/domain/interview/report/report";
import { readyReport } from "@proofroom/domain/interview/report/report-body";
import { reportFacts } from "@proofroom/domain/interview/report/report-facts";
import { lineOfQuote, proveBy, quotesToProve } from "@proofroom/domain/interview/report/report-proof";
import type { ReportRun } from "@proofroom/domain/interview/report/report-source";
import type { RoomEvent, RoomFact } from "@proofroom/domain/room/channel";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { playAverageCandidate } from "../transcripts/average-candidate.ts";
import { createVirtualRoom } from "../transcripts/virtual-room.ts";
import { newNoted, newsOf } from "../notes.ts";

const pack = loadPack(problemsDir, "url-shortener");
const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const ada = { id: PersonId.parse("00000000-0000-4000-8000-000000000001"), name: "Ada" };
const at = (millis: number): string => new Date(Date.UTC(2026, 0, 1) + millis).toISOString();

test("every word that the Director noted of an average session stands where it says, at the end", async () => {
  const room = await createVirtualRoom({ pack, capabilities, seed: "average" });
  playAverageCandidate(room);
  const state = room.state();
  const { reading } = state;
  if (reading === null) throw new Error("nothing was read");

  const spoken = state.said.map((one): RoomEvent => {
    const { seq, kind, text, question } = one;
    const fact: RoomFact = { type: "message", id: `i${seq}`, person: null, text, kind, voice: "rules" };
    return { ...fact, ...(question === null ? {} : { question }), seq, at: at(one.at) };
  });
  const typed = state.messages.map(({ seq, text, at: when }): RoomEvent => ({
    type: "message",
    id: `m${seq}`,
    person: ada,
    text,
    seq,
    at: at(when),
  }));
  const behind = state.said.map(({ seq, topic, probe, question }): Note => ({
    type: "asked",
    message: `i${seq}`,
    item: question?.item ?? null,
    source: question?.source ?? null,
    topic,
    probe,
  }));
  const notes = [...behind, ...newsOf(newNoted(), state)].map((note, n): KeptNote => ({
    ...note,
    seq: n + 1,
    at: at(45 * 60_000),
  }));
  const { texts, versions, model } = reading;
  const final = {
    schema: { text: texts.schema, version: versions.schema },
    api: { text: texts.api, version: versions.api },
    design: { text: texts.design, version: versions.design },
  };
  const events = [...spoken, ...typed].toSorted((a, b) => a.seq - b.seq);
  const runs = state.runs.map(({ runId, number, results }): ReportRun => {
    return { runId, number, results, status: "completed", verdict: null, finishedAt: null };
  });
  const proven = quotesToProve(notes).flatMap((one) => {
    const line = lineOfQuote(room.textAt(one.document, one.version) ?? "", one.quote, one.line);
    return line === one.line ? [one] : [];
  });
  const counted = reportFacts({
    events,
    staffEvents: [],
    notes,
    texts: { final, proven },
    model,
    edits: [],
    runs,
    candidates: new Set([ada.id]),
    items: pack.items,
  });
  expect(counted.facts.filter(({ text }) => text.includes("could not be found"))).toEqual([]);
  const standing = new Set(
    state.said.flatMap(({ question, topic }) =>
      question?.source === "contradiction" && state.topics.some(({ id }) => id === topic) ? [question.item] : [],
    ),
  );
  expect(standing.size, "a contradiction that was asked about and never mended").toBeGreaterThan(0);
  expect(counted.debrief.map(({ item, state: is }) => [item, is])).toEqual(
    pack.items.map(({ id }) => [id, standing.has(id) ? "contradicted" : (state.coverage.get(id)?.state ?? "unseen")]),
  );
  const { facts } = counted;
  const prove = proveBy({ final, proven }, { events, runs });
  const counts = facts.filter(({ source }) => source === null).map(({ text }) => text);
  expect(counts, "only sums, and what is missing, have no place").toEqual([
    expect.stringMatching(/^Of 34 points/),
    expect.stringMatching(/^No interview was started/),
  ]);
  const [, missing, phases = ""] = /and (\d+) not reached: (.+)\.$/.exec(counts[0] ?? "") ?? [];
  const byPhase = Array.from(phases.matchAll(/(\d+) of /g), ([, count]) => Number(count)).reduce(
    (sum, count) => sum + count,
    0,
  );
  expect(byPhase, "points that were not reached, phase by phase").toBe(Number(missing));
  for (const { kind, text, quote, source } of facts) {
    if (source === null || (kind === "documents" && quote === undefined)) continue;
    expect([text, quote === undefined ? null : prove(source, quote)]).toEqual([text, source]);
  }
  const kinds = Object.entries(Object.groupBy(facts, ({ kind }) => kind)).map(
    ([kind, list]) => `${kind} ${list?.length ?? 0}`,
  );
  console.log(`an average session's report: ${kinds.join(", ")}`);
  expect(facts.filter(({ kind, item }) => kind === "coverage" && item !== undefined).length).toBeGreaterThan(8);
  expect(Report.safeParse(readyReport(counted, { outcome: "none" })).success).toBe(true);
});
