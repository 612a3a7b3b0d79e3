import type { RoomId } from "@proofroom/domain/id";
import type { DirectorState } from "@proofroom/domain/interview/director/director";
import type { Say } from "@proofroom/domain/interview/decision";
import type { Pack } from "@proofroom/domain/interview/item";
import type { Place } from "@proofroom/domain/interview/place";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { VoiceName } from "@proofroom/domain/interview/speech";
import type { RoomEvent } from "@proofroom/domain/room/channel";

/** All that a voice may know to word one utterance. */
export interface Turn {
  /** Will be the message's id. */
  id: string;
  roomId: RoomId;
  /** Who pays for a model: the person that the utterance answers, else the owner. */
  personId: string;
  say: Say;
  pack: Pack;
  state: DirectorState;
  reading: Reading;
  /** The room's events so far, and under `advisor` the staff's; the transcript is in them. */
  events: RoomEvent[];
}

export interface Spoken {
  text: string;
  voice: VoiceName;
  /** Where it points, if not where the Director said. */
  place: Place | null;
  ended?: "interrupted" | "stopped";
  /** One line for the room: why the template voice spoke instead. */
  notice?: string;
  /** Nothing should be said after all. */
  silent?: true;
}

/** Whose budget a model's words are paid from. */
export type Payer = Pick<Turn, "roomId" | "personId">;

/** Words what the Director decided. It never throws for what a model or a network does: then it answers with the template. */
export interface Voice {
  speak(turn: Turn, out: { words(text: string): void; signal: AbortSignal }): Promise<Spoken>;
}
