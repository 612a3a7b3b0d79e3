import * as Y from "yjs";
import { encodeVector } from "../vector.ts";
import { DeleteRanges, encodeDeletes } from "./delete-ranges.ts";
import type { Ledger } from "./ledger.ts";
import { skim, type Skimmed } from "./skim.ts";

export interface Trimmed {
  bytes: Uint8Array;
  update: Skimmed;
}

/**
 * What the room lacks of a sound update. A client may send its clocks again with other letters: live peers keep the first,
 * a merge may hand newcomers the second, so known structs go before anything is kept. Of the delete set, which every step 2
 * carries whole, only the new ranges stay, in canonical order.
 */
export function trim(bytes: Uint8Array, update: Skimmed, ledger: Ledger): Trimmed {
  const overlaps = update.blocks.some((block) => block.from < (ledger.clocks.get(block.client) ?? 0));
  if (!overlaps && update.deletes.length === 0) return { bytes, update };

  const structs = overlaps ? withoutKnown(bytes, update, ledger) : { bytes, update };
  const sent = new DeleteRanges();
  sent.addAll(update.deletes); // once each: the same range many times over would cost its whole length every time
  const deletes = new DeleteRanges();
  deletes.addAll([...sent].flatMap((range) => ledger.deleted.missing(range)));
  const encoded = encodeDeletes(deletes);
  const joined = new Uint8Array(structs.update.deleteSetAt + encoded.length);
  joined.set(structs.bytes.subarray(0, structs.update.deleteSetAt));
  joined.set(encoded, structs.update.deleteSetAt);
  return { bytes: joined, update: { ...structs.update, deletes: [...deletes] } };
}

function withoutKnown(bytes: Uint8Array, update: Skimmed, { clocks }: Ledger): Trimmed {
  const known = new Map(update.blocks.map(({ client }) => [client, clocks.get(client) ?? 0]));
  const rest = Y.diffUpdate(bytes, encodeVector(known));
  const skimmed = skim(rest);
  if (skimmed.outcome !== "sound") throw new Error(`trimming made an unsound update: ${skimmed.reason}`);
  return { bytes: rest, update: skimmed.update };
}
