import type { RoomEvent } from "@proofroom/domain/room/channel";
import { isOver } from "@proofroom/domain/run/over";
import type { IconName } from "../../ui/icon-paths.ts";
import { levelTitles, phaseTitles, placeText, policyNames } from "../interview/names.ts";
import { runWords } from "../run/run-words.ts";

/**
 * Whether an event has a place in the thread. Of a run only its start and its end have; of a report each state once; a
 * question put in other words is followed by those words at once.
 */
export function isTold(event: RoomEvent): boolean {
  if (event.type === "run") return event.status === "pending" || isOver(event.status);
  if (event.type === "held-decided") return false; // stands on the message that waited
  if (event.type === "report") return event.status !== "writing" || event.step === undefined;
  return event.type !== "answer" || event.answer !== "rephrase";
}

const states = {
  lobby: "moved the room to the lobby",
  live: "opened the documents",
  locked: "locked the documents",
  ended: "ended the room",
};

/** What happened between messages, as one sentence; empty for a message. `nameOf` knows everybody who ever was here. */
export function eventText(event: RoomEvent, nameOf: (id: string) => string): string {
  switch (event.type) {
    case "message":
      return "";
    case "joined":
      return `${event.member.name} joined as ${event.member.role}`;
    case "removed":
      return `${nameOf(event.person)} was removed`;
    case "state":
      return `${event.by.name} ${states[event.state]}`;
    case "run":
      if (event.status === "pending") return `${event.by?.name ?? "Somebody"} started run #${event.number}`;
      return `Run #${event.number}: ${runWords(event).toLowerCase()}`;
    case "phase":
      return phaseText(event);
    case "policy":
      return `${event.by.name} set the AI interviewer to: ${policyNames[event.policy].toLowerCase()}`;
    case "mute":
      return `${event.by.name} ${event.muted ? "muted the interviewer" : "let the interviewer speak again"}`;
    case "hint":
      return `${event.by.name} took a hint: ${levelTitles[event.level].toLowerCase()}`;
    case "answer":
      return answerText(event);
    case "report":
      return reports[event.status];
    case "held":
      return `A message of ${event.person.name} waits until one of you decides`;
    case "held-decided":
      return `${event.by.name} ${event.decision === "released" ? "released" : "refused"} a message that waited`;
    case "flagged":
      return `A message of ${event.person.name} may need you: ${event.category} (“${event.quote}”)`;
  }
}

const reports = {
  writing: "The report is being written",
  ready: "The report is ready",
  failed: "The report could not be written",
};

function phaseText(event: RoomEvent & { type: "phase" }): string {
  const who = event.by?.name;
  const title = phaseTitles[event.phase];
  switch (event.action) {
    case "start":
      return `${who ?? "The room"} started the clock: ${event.minutes ?? 45} minutes`;
    case "next":
      return `${who ?? "The room"} went on to ${title}`;
    case "pause":
      return who === undefined ? "The clock paused: everybody had left" : `${who} paused the clock`;
    case "resume":
      return `${who ?? "The room"} let the clock run on`;
    case "extend":
      return `${who ?? "The room"} gave ${title} ${event.minutes ?? 0} more minutes`;
  }
}

function answerText({ by, answer, document, line, endLine }: RoomEvent & { type: "answer" }): string {
  switch (answer) {
    case "later":
      return `${by.name} put a question off`;
    case "skip":
      return `${by.name} skipped a question`;
    case "rephrase":
      return `${by.name} asked for other words`;
    case "point":
      return document === undefined || line === undefined
        ? `${by.name} pointed at a line`
        : `${by.name} pointed at ${placeText({ document, line, endLine: endLine ?? line })}`;
  }
}

/** The sign beside such a sentence, where it has one. */
export function eventIcon(event: RoomEvent): IconName | undefined {
  switch (event.type) {
    case "phase":
      return event.action === "pause" ? "pause" : event.action === "next" ? "next" : "clock";
    case "policy":
      return "bot";
    case "mute":
      return event.muted ? "mute" : "sound";
    case "hint":
      return "hint";
    case "answer":
      return event.answer === "point" ? "point" : event.answer === "skip" ? "skipped" : "clock";
    case "report":
      return event.status === "failed" ? "warning" : "brief";
    case "message":
    case "joined":
    case "removed":
    case "state":
    case "run":
    case "held":
    case "held-decided":
    case "flagged":
      return undefined;
  }
}

/** Whether a message goes on where the one before it stopped: the same person within two minutes. */
export function continues(event: RoomEvent, before: RoomEvent | undefined): boolean {
  if (event.type !== "message" || before?.type !== "message") return false;
  const isClose = new Date(event.at).getTime() - new Date(before.at).getTime() < 120_000;
  return isClose && event.person?.id === before.person?.id && event.voice === before.voice;
}
