import type { PhaseId } from "@proofroom/domain/interview/phase";
import type { Place } from "@proofroom/domain/interview/place";
import type { HintLevel } from "@proofroom/domain/interview/speech";
import type { InterviewerPolicy } from "@proofroom/domain/room/room";
import { documentTitles } from "../editor/language.ts";

export const phaseTitles: Record<PhaseId, string> = {
  clarify: "Clarify",
  "high-level": "High level",
  "api-data": "API and data",
  "deep-dive": "Deep dive",
  "scale-failure": "Scale and failure",
  "wrap-up": "Wrap-up",
};

export const policyNames: Record<InterviewerPolicy, string> = {
  off: "Off",
  advisor: "Private advisor",
  interviewer: "Interviewer",
  assistant: "Candidate's assistant",
};

export const levelTitles: Record<HintLevel, string> = {
  nudge: "Where to look",
  pointed: "What to look at",
  partial: "One fact",
};

/** Why a message of the interviewer goes no further. */
export const endedTexts = { stopped: "Stopped here.", interrupted: "Interrupted: somebody spoke." };

/** "Schema, line 3" or "Design, lines 8 to 11". */
export const placeText = ({ document, line, endLine }: Pick<Place, "document" | "line" | "endLine">): string =>
  `${documentTitles[document]}, ${endLine > line ? `lines ${line} to ${endLine}` : `line ${line}`}`;
