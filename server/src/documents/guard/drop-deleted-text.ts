import * as encoding from "lib0/encoding";
import { DeleteRanges } from "./delete-ranges.ts";
import { skim, type Struct } from "./skim.ts";
import type { Trimmed } from "./trim.ts";

/**
 * Leaves out the letters that the same update deletes, as Yjs itself does once nobody can undo to them. A person who took back
 * what did not fit still holds its letters for a redo; the room has no use for them, and they must not be what does not fit.
 */
export function dropDeletedText({ bytes, update }: Trimmed): Trimmed {
  const deleted = new DeleteRanges();
  deleted.addAll(update.deletes);
  const isGone = (client: number, { clock, length, isDeleted }: Struct): boolean =>
    !isDeleted && deleted.missing({ client, from: clock, to: clock + length }).length === 0;

  let at = 0;
  const shorter = encoding.encode((encoder) => {
    for (const { client, structs, endAt } of update.blocks) {
      for (const [n, struct] of structs.entries()) {
        if (!isGone(client, struct)) continue;
        encoding.writeUint8Array(encoder, bytes.subarray(at, struct.at));
        encoding.writeUint8(encoder, ((bytes[struct.at] ?? 0) & 0b1110_0000) | 1); // the flags, with the kind of a deleted one
        encoding.writeUint8Array(encoder, bytes.subarray(struct.at + 1, struct.contentAt));
        encoding.writeVarUint(encoder, struct.length);
        at = structs[n + 1]?.at ?? endAt;
      }
    }
    if (at > 0) encoding.writeUint8Array(encoder, bytes.subarray(at));
  });
  if (at === 0) return { bytes, update };
  const skimmed = skim(shorter);
  if (skimmed.outcome !== "sound") throw new Error(`dropping text made an unsound update: ${skimmed.reason}`);
  return { bytes: shorter, update: skimmed.update };
}
