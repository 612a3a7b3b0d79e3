import type { ModelFailure } from "@proofroom/ai/model";
import type { Reading } from "@proofroom/domain/interview/reading";
import type { PhaseId } from "@proofroom/domain/interview/phase";
import { shareChanged } from "./room-state.ts";
import { createFence, type Fence } from "./untrusted.ts";

/** What must stay as it is between two turns of a room, so that the prompt only grows. Lost at a restart, at no harm. */
export interface RoomMemory {
  /** For the transcript; its nonce stays, or nothing would ever be read from the cache. */
  fence: Fence;
  snapshot: { phase: PhaseId | null; documents: Pick<Reading, "texts" | "versions">; after: number } | null;
  /** The first event that is still sent. */
  from: number;
  /** Why the last turn was not Claude's. */
  failure: ModelFailure | null;
}

export const newMemory = (redact: (text: string) => string): RoomMemory => ({
  fence: createFence(redact),
  snapshot: null,
  from: 0,
  failure: null,
});

const mostChanged = 0.3;
/** When the talk is longer than `most` it is cut back to `kept`: seldom, for every cut costs the cache. */
const length = { most: 60_000, kept: 40_000 };

/** Takes a new snapshot at the start of a phase and when too much has changed to be told as changes. */
export function keepSnapshot(memory: RoomMemory, reading: Reading, phase: PhaseId | null, last: number): void {
  const { snapshot } = memory;
  const isFit = snapshot?.phase === phase && shareChanged(snapshot.documents, reading) <= mostChanged;
  if (isFit) return;
  const { texts, versions } = reading;
  memory.snapshot = { phase, documents: { texts, versions }, after: last };
}

/** Leaves out the oldest of a talk that has grown too long; true when that happened now. */
export function keepLength(memory: RoomMemory, entries: readonly { position: number; text: string }[]): boolean {
  const kept = entries.filter(({ position }) => position >= memory.from);
  const chars = kept.reduce((sum, { text }) => sum + text.length, 0);
  if (chars <= length.most) return false;
  let left = chars;
  let first = 0;
  while (left > length.kept && first < kept.length - 1) left -= kept[first++]?.text.length ?? 0;
  memory.from = kept[first]?.position ?? memory.from;
  return true;
}
