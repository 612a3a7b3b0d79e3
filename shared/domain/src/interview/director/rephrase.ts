import { sayable } from "./topic-words.ts";
import type { Say } from "../decision.ts";
import { type DirectorState, questionAt, type SaidLine } from "./director-state.ts";
import { topicsOfEdit } from "../design/edit-topics.ts";
import { fillProbe } from "./fill.ts";
import type { Item, Pack } from "../item.ts";
import { withLead } from "./lead.ts";
import { questionIn } from "../language/phrases.ts";
import type { Place } from "../place.ts";
import { say } from "./say.ts";

/**
 * The same question in another wording: of a topic its next, of a probe the next one of its item about the same place, else
 * the first half of what was asked; null where there are no other words for the same.
 */
export function rephraseOf(pack: Pack, state: DirectorState, questionSeq: number): Say | null {
  const line = questionAt(state, questionSeq);
  if (line === null || line.question === null) return null;
  const item = pack.items.find(({ id }) => id === line.question?.item) ?? null;
  const again = { question: line.question, topic: line.topic, probe: line.probe, place: line.place };
  const as = (text: string, more: { probe: number } | { place: Place } | null): Say =>
    say("reply", text, `Ask the same again in other words: ${text}`, { ...again, ...more });

  const topic = knownTopic(state, line.topic);
  const place = topic?.place ?? null;
  const wording = topic === undefined ? undefined : sayable(state, item, topic).find((one) => !wasSaid(state, one));
  if (wording !== undefined) return as(wording, place === null ? null : { place });
  const next = line.question.source === "probe" && item !== null ? probeAfter(state, item, line) : null;
  if (next !== null) return as(next.text, { probe: next.probe });
  const half = firstHalf(questionIn(line.text));
  return half === null || wasSaid(state, half) ? null : as(half, null);
}

/** Whether these words were said before, be it of a line that stood elsewhere then. */
const wasSaid = (state: DirectorState, text: string): boolean =>
  state.said.some((one) => withoutLines(one.text).includes(withoutLines(text)));

const withoutLines = (text: string): string => text.replaceAll(/\b(schema|api|design) \d+/g, "$1");

/** The next probe of an item that can be asked where the last one was. */
function probeAfter(state: DirectorState, item: Item, { probe, place }: SaidLine) {
  const asked = new Set(state.said.flatMap((one) => (one.topic === item.id && one.probe !== null ? [one.probe] : [])));
  for (const [level, template] of item.spoken.probes.entries()) {
    const filled = level <= (probe ?? -1) || asked.has(level) ? null : fillProbe(state, item, template);
    if (filled === null) continue;
    const worded = withLead(state, item, filled);
    const isThere = worded.place?.document === place?.document && worded.place?.line === place?.line;
    if (isThere) return { text: worded.text, probe: level };
  }
  return null;
}

/** `Who chooses it, and what does a visitor see?` asks two things: the first of them alone. */
function firstHalf(question: string): string | null {
  const [, first, word] =
    /^(.{12,}?), (?:and|or) (what|who|whom|how|which|where|when|why|does|do|is|are|may|can|would|will|has|from|for|by)\b.*\?$/is.exec(
      question,
    ) ?? [];
  if (first === undefined || word === undefined) return null;
  return `Take only the first half of it: ${first}?`;
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
