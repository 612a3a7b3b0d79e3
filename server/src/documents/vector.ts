import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Client id → the clock that comes next: what of each writer is known. */
export type Vector = Map<number, number>;

export function encodeVector(vector: Vector): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, vector.size);
    for (const [client, clock] of [...vector].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}

/** Null unless the bytes are one vector and nothing else. */
export function readVector(bytes: Uint8Array): Vector | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > bytes.length) return null;
    const vector: Vector = new Map();
    for (let n = 0; n < count; n++) {
      const client = decoding.readVarUint(decoder);
      vector.set(client, decoding.readVarUint(decoder));
    }
    return decoding.hasContent(decoder) ? null : vector;
  } catch {
    return null;
  }
}
