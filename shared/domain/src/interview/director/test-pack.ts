import type { Item, Pack } from "../item.ts";
import type { PhaseId } from "../phase.ts";
import type { Reading } from "../reading.ts";
import type { Topic } from "../topic.ts";

/** An item for tests: three probes, of which the last two have holes. */
export const testItem = (id: string, phase: PhaseId, more: Partial<Item> = {}): Item => ({
  id,
  phase,
  skill: "requirements",
  weight: 2,
  about: `hidden ${id}`,
  detectors: [{ by: "chat", words: [`word-of-${id}`] }],
  forbidden: [],
  anchors: { 1: "one", 2: "two", 3: "three", 4: "four" },
  spoken: {
    probes: [`What about ${id}?`, `What does \`{table}\` say of ${id}?`, `What does {number} mean for ${id}?`],
    followUps: [{ when: ["because"], ask: `And what follows from that for ${id}?` }],
    hints: { nudge: `nudge of ${id}`, pointed: `pointed of ${id}`, partial: `partial of ${id}` },
    strong: `strong ${id}`,
    lesson: `lesson ${id}`,
  },
  ...more,
});

/** Four items in each phase. */
export const testPack: Pack = {
  problem: "test",
  items: (["clarify", "high-level", "api-data", "deep-dive", "scale-failure", "wrap-up"] as const).flatMap((phase, n) =>
    [1, 2, 3, 4].map((m) => testItem(`item-${n * 4 + m}`, phase)),
  ),
  clarifications: [],
  requirements: "hidden requirements",
};

/** What the documents say: only their texts count here. */
export const testReading = (design: string, version = 1): Reading => ({
  texts: { schema: "", api: "", design },
  versions: { schema: "0.0", api: "0.0", design: `0.${version}` },
  model: { components: [], edges: [], tables: [], operations: [], unbound: [], findings: [] },
});

export const testTopic = (id: string, more: Partial<Topic> = {}): Topic => ({
  id,
  source: "contradiction",
  facts: [],
  item: null,
  place: null,
  wordings: [`Which of the two is right, ${id}?`, `Do both hold, ${id}?`],
  strength: 0.5,
  mended: `${id} is mended.`,
  ...more,
});
