import { loadReader, readDesign } from "@proofroom/design/read";
import { decide, hear, newDirector } from "@proofroom/domain/interview/director/director";
import type { Reading } from "@proofroom/domain/interview/reading";
import { loadPack } from "@proofroom/problems/private";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { edited, largeDesign, linesOf, ofProblem, placeOf } from "./large-design.ts";
import { processorTime } from "./processor-time.ts";

const pack = loadPack(problemsDir, ofProblem);
const { capabilities } = loadPublicProblem(problemsDir, ofProblem);

/** What it costs to hear an edit of a 300-line design and to decide on it, with an hour of talk behind it. */
export async function measureDirector(print: (line: string) => void): Promise<void> {
  await loadReader();
  const texts = largeDesign();
  const lines = linesOf(texts);
  let state = hear(pack, newDirector("cost"), {
    at: 0,
    type: "opened",
    mode: "practice",
    policy: "interviewer",
    people: 1,
  });
  state = hear(pack, state, { at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  for (let seq = 1; seq <= 60; seq += 1) {
    const text = `In my opinion part ${seq} takes ${seq}k reads a second because most opens go to few links.`;
    state = hear(pack, state, { at: seq * 1_000, type: "message", seq, person: "ada", text, addressed: true });
  }
  const spent: number[] = [];
  const burnt: number[] = [];
  const parsed: number[] = [];
  for (let n = 1; n <= 300; n += 1) {
    const now = edited(texts, n);
    const { result: model, millis } = processorTime(() => readDesign(now, capabilities));
    parsed.push(millis);
    const reading: Reading = {
      texts: now,
      versions: { schema: `0.${n}`, api: `0.${n}`, design: `0.${n}` },
      model,
    };
    const { document, line } = placeOf(texts, n);
    const changed = [{ document, version: `0.${n}`, author: "ada", lines: [line], removed: 0 }];
    const at = 100_000 + n * 15_000;
    const from = performance.now();
    const before = state;
    const { result, millis: burning } = processorTime(() => {
      const heard = hear(pack, before, { at, type: "read", reading, changed });
      return { heard, decision: decide(pack, heard, at + 11_000) };
    });
    spent.push(performance.now() - from);
    burnt.push(burning);
    state = result.heard;
    const { decision } = result;
    if (decision.do !== "say") continue;
    const { kind, text, question, topic, probe, place, to } = decision;
    const seq = 1_000 + n;
    state = hear(pack, state, {
      at: at + 11_000,
      type: "said",
      seq,
      kind,
      voice: "rules",
      text,
      question,
      topic,
      probe,
      place,
      to,
    });
  }
  print(
    `  ${lines} lines: heard and decided in ${quantiles(spent)} ms by the clock, ${quantiles(burnt)} ms of a processor (median, 95 %); ` +
      `parsing them takes ${quantiles(parsed)} ms of a processor`,
  );
}

function quantiles(values: readonly number[]): string {
  const sorted = values.slice(100).toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)).join(" and ");
}
