import type { Item, Pack } from "@proofroom/domain/interview/item";
import type { PhaseId } from "@proofroom/domain/interview/phase";

/** An item whose every text names it, so that a test sees which of them went where. */
const item = (id: string, phase: PhaseId, words: string[]): Item => ({
  id,
  phase,
  skill: "data-model",
  weight: 2,
  about: `hidden about ${id}`,
  detectors: [
    { by: "chat", words },
    { by: "document", document: "design", words },
  ],
  forbidden: [`forbidden${id.replace("-", "")}`],
  anchors: { 1: `anchor 1 ${id}`, 2: `anchor 2 ${id}`, 3: `anchor 3 ${id}`, 4: `anchor 4 ${id}` },
  spoken: {
    probes: [`What about ${id}, in general?`, `What about ${id}, more closely?`, `What about ${id}, exactly?`],
    followUps: [],
    hints: { nudge: `Nudge for ${id}.`, pointed: `Pointed hint for ${id}.`, partial: `Partial hint for ${id}.` },
    strong: `Strong answer to ${id}.`,
    lesson: `Lesson of ${id}.`,
  },
});

/** A small pack for tests of what the server does with any. */
export const testPack: Pack = {
  problem: "url-shortener",
  items: [
    item("scope-1", "clarify", ["redirect"]),
    item("scope-2", "clarify", ["volume"]),
    item("parts-1", "high-level", ["gateway"]),
    item("data-1", "api-data", ["index"]),
    item("deep-1", "deep-dive", ["cache"]),
    item("fail-1", "scale-failure", ["failover"]),
    item("sum-1", "wrap-up", ["trade-off"]),
  ],
  clarifications: [
    {
      id: "ask-1",
      wordings: ["How many reads a second?", "What is the read rate?", "How many redirects per second?"],
      match: [["reads|read|redirects", "second|rate"]],
      answer: "Ten thousand redirects a second at the peak.",
    },
  ],
  requirements: "Shorten links and redirect to them.",
};

export const testPacks = new Map([[testPack.problem, testPack]]);
