import { sayable } from "./topic-words.ts";
import type { Say } from "../decision.ts";
import type { DirectorState } from "./director-state.ts";
import { topicsOfEdit } from "../design/edit-topics.ts";
import { fillProbe } from "./fill.ts";
import type { Pack } from "../item.ts";
import { withLead } from "./lead.ts";
import { say } from "./say.ts";

/** The same question in another wording, or the next probe of its item; null where there is none. */
export function rephraseOf(pack: Pack, state: DirectorState, questionSeq: number): Say | null {
  const line = state.said.find((one) => one.seq === questionSeq);
  if (line === undefined || line.question === null) return null;
  const item = pack.items.find(({ id }) => id === line.question?.item) ?? null;
  const again = { question: line.question, topic: line.topic, probe: line.probe, place: line.place };
  const intent = (text: string) => `Ask the same again in other words: ${text}`;

  const topic = knownTopic(state, line.topic);
  if (topic !== undefined) {
    const text = sayable(state, item, topic).find((wording) => !state.said.some((one) => one.text.includes(wording)));
    if (text !== undefined) return say("reply", text, intent(text), again);
  }
  if (item === null) return null;
  const asked = new Set(state.said.flatMap((one) => (one.topic === item.id && one.probe !== null ? [one.probe] : [])));
  const from = line.topic === item.id ? (line.probe ?? -1) : -1;
  for (const [level, template] of item.spoken.probes.entries()) {
    const filled = level <= from || asked.has(level) ? null : fillProbe(state, item, template);
    if (filled === null) continue;
    const { text, place } = withLead(state, item, filled);
    return say("reply", text, intent(text), { ...again, topic: item.id, probe: level, place: place ?? line.place });
  }
  return null;
}

function knownTopic(state: DirectorState, id: string | null) {
  const { reading } = state;
  const known = [...state.topics, ...state.runTopics].find((topic) => topic.id === id);
  if (known !== undefined || reading === null || id === null) return known;
  const all = (["schema", "api", "design"] as const).map((document) => ({
    document,
    version: reading.versions[document],
    author: "",
    removed: 0,
    lines: reading.texts[document].split("\n").map((_, n) => n + 1),
  }));
  return topicsOfEdit(reading, all).find((topic) => topic.id === id);
}
