import * as encoding from "lib0/encoding";
import { type Block, skim } from "./skim.ts";

/** Some structs of one client, as they lie in an update. */
interface Piece {
  client: number;
  clock: number;
  count: number;
  bytes: Uint8Array;
}

/**
 * Cuts an update into several of about `mostBytes` each, so that whoever receives it hears something while it travels. Each
 * can be applied as it comes; what stands beside text of a later part waits for that part. The delete set is in the last.
 */
export function splitUpdate(update: Uint8Array, mostBytes: number): Uint8Array[] {
  if (update.length <= mostBytes) return [update];
  const skimmed = skim(update);
  if (skimmed.outcome !== "sound") throw new Error(`an update of our own is unsound: ${skimmed.reason}`);
  const pieces = skimmed.update.blocks.flatMap((block) => cut(update, block, mostBytes));
  const deletes = update.subarray(skimmed.update.deleteSetAt);

  const parts: Piece[][] = [[]];
  let bytes = 0;
  for (const piece of pieces) {
    if (bytes > 0 && bytes + piece.bytes.length > mostBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(piece);
    bytes += piece.bytes.length;
  }
  return parts.map((part, n) => join(part, n === parts.length - 1 ? deletes : new Uint8Array([0])));
}

function cut(update: Uint8Array, { client, structs, endAt }: Block, mostBytes: number): Piece[] {
  const pieces: Piece[] = [];
  const endOf = (n: number): number => structs[n + 1]?.at ?? endAt;
  let [start, count] = [structs[0], 0];
  for (const [n, struct] of structs.entries()) {
    if (start !== undefined && count > 0 && endOf(n) - start.at > mostBytes) {
      pieces.push({ client, clock: start.clock, count, bytes: update.subarray(start.at, struct.at) });
      [start, count] = [struct, 0];
    }
    count++;
  }
  if (start !== undefined) pieces.push({ client, clock: start.clock, count, bytes: update.subarray(start.at, endAt) });
  return pieces;
}

function join(pieces: Piece[], deletes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, pieces.length);
    for (const { client, clock, count, bytes } of pieces) {
      for (const value of [count, client, clock]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8Array(encoder, bytes);
    }
    encoding.writeUint8Array(encoder, deletes);
  });
}
