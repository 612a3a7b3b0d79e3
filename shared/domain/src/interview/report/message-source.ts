import type { Source } from "../place.ts";

/** A message as a source: `seq` counts in the staff's stream or else in the room's. */
export const messageOf = ({ seq, staff }: { seq: number; staff?: boolean | undefined }): Source => ({
  kind: "message",
  seq,
  ...(staff === true ? { staff: true } : {}),
});
