import type { Content, ModelMessage, ModelRequest } from "@proofroom/ai/model";
import type { Say } from "@proofroom/domain/interview/decision";
import { phaseGoals } from "@proofroom/domain/interview/phase";
import type { Turn } from "../voice.ts";
import { keepLength, keepSnapshot, type RoomMemory } from "./room-memory.ts";
import { diffOf, snapshotOf } from "./room-state.ts";
import { persona, phaseRules, promptVersion } from "./rules.ts";
import { tools } from "./tools.ts";
import { entriesOf, messagesOf } from "./transcript.ts";
import type { Fence } from "./untrusted.ts";

export interface Prompt {
  request: ModelRequest;
  /** The talk had grown too long, and from now on its oldest part is no longer read. */
  wasCut: boolean;
}

/**
 * What is sent for one turn, from what changes least to what changes most: tools, persona (kept an hour), problem and
 * phase, the talk up to our last words, then what is new. The probe that was chosen stands only at the very end, so no
 * later prompt carries it and none that was not chosen is ever sent.
 */
export function promptOf(turn: Turn, memory: RoomMemory, fence: Fence, brief: string): Prompt {
  const { clock } = turn.state;
  const phase = clock.phase === null ? null : clock.phase.id;
  const title = clock.phases.find(({ id }) => id === phase)?.title ?? "";
  keepSnapshot(memory, turn.reading, phase, turn.events.length - 1);
  const entries = entriesOf(turn.events, memory.fence);
  const wasCut = keepLength(memory, entries);
  const rules = phaseRules(phase === null ? null : { title, goal: phaseGoals[phase] }, clock.policy);
  return {
    wasCut,
    request: {
      purpose: "live",
      promptVersion,
      tools,
      system: [
        { text: persona, cache: "1h" },
        { text: `The problem\n${brief}\n\n${rules}`, cache: "5m" },
      ],
      messages: [...talk(memory, entries), lastTurn(turn, memory, fence)].reduce(joined, []),
      maxTokens: 2_000,
    },
  };
}

/** The talk with the snapshot where it was taken; the last of our own words is where the cache ends. */
function talk(memory: RoomMemory, all: ReturnType<typeof entriesOf>): ModelMessage[] {
  const entries = all.filter(({ position }) => position >= memory.from);
  const omitted = all.length - entries.length;
  const notice = `[The first ${omitted} entries of the talk are left out: it is too long to be read at once.]`;
  const { snapshot } = memory;
  const rows = [
    ...(omitted === 0 ? [] : [{ position: -1, role: "user" as const, text: notice }]),
    ...entries.filter(({ position }) => snapshot === null || position <= snapshot.after),
    ...(snapshot === null
      ? []
      : [{ position: snapshot.after, role: "user" as const, text: snapshotOf(snapshot.documents, memory.fence) }]),
    ...entries.filter(({ position }) => snapshot !== null && position > snapshot.after),
  ];
  const messages = messagesOf(rows);
  const marked =
    messages.findLast(({ role }) => role === "assistant")?.content.at(-1) ?? messages.at(-1)?.content.at(-1);
  if (marked?.type === "text") marked.cache = "5m";
  return messages;
}

function lastTurn({ say, reading, events }: Turn, { snapshot }: RoomMemory, fence: Fence): ModelMessage {
  const diff = snapshot === null ? [] : [diffOf(snapshot.documents, reading, fence)];
  const hints = events.flatMap((event) => (event.type === "hint" ? [`${event.level}: ${event.text}`] : []));
  const taken = hints.length === 0 ? [] : [`Hints that were taken, and may be spoken of:\n${hints.join("\n")}`];
  const content = [...diff, ...taken, task(say, fence)].map((text): Content => ({ type: "text", text }));
  return { role: "user", content };
}

/** Names and quotes of the candidate's stand in the director's words too, so those are fenced like all the rest. */
function task(say: Say, fence: Fence): string {
  const { place, to } = say;
  const lines =
    place === null ? "" : `${place.document}, lines ${place.line} to ${place.endLine}, version ${place.version}`;
  return [
    `<task kind="${say.kind}">`,
    "Say anew in your own words what the wording says, and ask what it asks; nothing else.",
    ...(place === null ? [] : [`It is about ${lines}.`]),
    ...(to === null ? [] : [`It answers message ${to}.`]),
    fence.around("intent", say.intent),
    fence.around("wording", say.text),
    "</task>",
  ].join("\n");
}

/** Two messages of one side in a row are one. */
function joined(messages: ModelMessage[], next: ModelMessage): ModelMessage[] {
  const last = messages.at(-1);
  if (last?.role !== next.role) return [...messages, next];
  return [...messages.slice(0, -1), { ...last, content: [...last.content, ...next.content] }];
}
