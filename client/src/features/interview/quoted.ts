import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import { answersIn } from "./answers.ts";

/** What the interviewer asks about now: of its last message, unless that was put off or skipped. */
export function quotedNow(events: readonly RoomEvent[]): AnchoredPlace | undefined {
  const last = events.findLast((event) => event.type === "message" && event.person === null);
  if (last?.type !== "message") return undefined;
  const answer = answersIn(events).get(last.seq)?.answer;
  return answer === "later" || answer === "skip" ? undefined : last.about;
}

/** The lines to mark in the editor: those of the quote that was opened, until the interviewer says something else. */
export function createQuoted(
  events: Accessor<RoomEvent[]>,
): [Accessor<AnchoredPlace | undefined>, (place: AnchoredPlace) => void] {
  const [opened, setOpened] = createSignal<AnchoredPlace>();
  const now = createMemo(() => quotedNow(events()));
  createEffect(on(now, () => setOpened(undefined), { defer: true }));
  return [() => opened() ?? now(), setOpened];
}
