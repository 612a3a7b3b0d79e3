import type { ModelMessage } from "@proofroom/ai/model";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import type { Fence } from "./untrusted.ts";

/** One line of the talk as the model reads it: ours, or what happened on the other side. */
export interface Entry {
  /** Its place among the room's events; under `advisor` two streams are told as one, and both count from 1. */
  position: number;
  role: "user" | "assistant";
  text: string;
}

/**
 * The talk, rebuilt from the room's events: the same events give the same bytes, and new ones are only appended, so that
 * what was read once stays in the cache. What was cut off half-way is left out: it was no turn.
 */
export const entriesOf = (events: readonly RoomEvent[], fence: Fence): Entry[] =>
  events.flatMap((event, position): Entry[] => {
    const text = wordsOf(event, fence);
    if (text === null) return [];
    const isOurs = event.type === "message" && event.person === null;
    return [{ position, role: isOurs ? "assistant" : "user", text }];
  });

function wordsOf(event: RoomEvent, fence: Fence): string | null {
  switch (event.type) {
    case "message": {
      if (event.person !== null) {
        return fence.around("chat", `${event.person.name}: ${event.text}`, { message: String(event.seq) });
      }
      if (event.ended !== undefined || event.kind === "notice") return null;
      const { about, text } = event;
      // What we quoted was theirs; in our own mouth it would read as ours.
      if (about === undefined || about.quote === "") return text;
      return text.replaceAll(about.quote, `[${about.document} line ${about.line}]`);
    }
    case "phase":
      return event.action === "start" || event.action === "next" ? `[The phase ${event.phase} begins.]` : null;
    case "hint":
      return `[A hint was taken, level ${event.level}.]`;
    case "answer": {
      const place = event.answer === "point" ? ` at ${event.document ?? ""} line ${event.line ?? ""}` : "";
      return `[Question ${event.question} was answered by “${event.answer}”${place}.]`;
    }
    case "run":
      return `[Run ${event.number} is ${event.status}${event.verdict === undefined ? "" : `: ${event.verdict}`}.]`;
    case "joined":
    case "removed":
    case "state":
    case "policy":
    case "mute":
    case "report":
    case "held":
    case "held-decided":
    case "flagged":
      return null;
  }
}

/** Entries of one side in a row are one message of the API; the first one must be the user's. */
export function messagesOf(entries: readonly Entry[]): ModelMessage[] {
  const messages: ModelMessage[] = entries[0]?.role === "assistant" ? [userMessage("[The interview begins.]")] : [];
  for (const { role, text } of entries) {
    const last = messages.at(-1);
    if (last?.role === role) last.content.push({ type: "text", text });
    else messages.push({ role, content: [{ type: "text", text }] });
  }
  return messages;
}

const userMessage = (text: string): ModelMessage => ({ role: "user", content: [{ type: "text", text }] });
