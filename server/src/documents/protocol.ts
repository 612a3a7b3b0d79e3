import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Sockets that negotiated this also get `committed` and `room` frames; the stock provider logs an error on them. */
export const roomSubprotocol = "proofroom.v1";

/** What a client may send. */
export type ClientFrame =
  | { type: "step1"; vector: Uint8Array }
  | { type: "step2"; update: Uint8Array }
  | { type: "update"; update: Uint8Array }
  | { type: "awareness"; entries: Uint8Array }
  | { type: "query" };

/** Why a person may not write just now. */
export type ReadOnlyReason = "ended" | "locked" | "role" | "full";

/** What the room tells of itself, to our own client only. */
export interface RoomFrame {
  epoch: number;
  readOnly: boolean;
  reason?: ReadOnlyReason;
  limits: { updateBytes: number; textBytes: number; stateBytes: number; updates: number };
  /** `away` while nothing can be committed. */
  storage: "ok" | "away";
}

const [sync, awareness, denied, query] = [0, 1, 2, 3];
const [committedType, roomType] = [100, 101];
const syncTypes = ["step1", "step2", "update"] as const;

/** Reads one frame, whole: null for anything that is not exactly one frame of the protocol. */
export function readFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readTyped(decoder);
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    return null;
  }
}

function readTyped(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case sync: {
      const type = syncTypes[decoding.readVarUint(decoder)];
      if (type === undefined) return null;
      const payload = decoding.readVarUint8Array(decoder);
      return type === "step1" ? { type, vector: payload } : { type, update: payload };
    }
    case awareness:
      return { type: "awareness", entries: decoding.readVarUint8Array(decoder) };
    case query:
      return { type: "query" };
    default:
      return null;
  }
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

const syncFrame = (type: number, payload: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });

export const step1Frame = (vector: Uint8Array): Uint8Array => syncFrame(0, vector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(1, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(2, update);

export const awarenessFrame = (entries: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, awareness);
    encoding.writeVarUint8Array(encoder, entries);
  });

/** Says nothing; the stock client reconnects after 30 s without a message and cannot see pings. */
export const emptyAwarenessFrame = awarenessFrame(new Uint8Array([0]));

export const deniedFrame = (reason: string): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, denied);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, reason);
  });

/** The receiver's first `frames` step-2 and update frames are in the database, which has come to `seq`. */
export const committedFrame = (frames: number, seq: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, committedType);
    encoding.writeVarUint(encoder, frames);
    encoding.writeVarUint(encoder, seq);
  });

export const roomFrame = (room: RoomFrame): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, roomType);
    encoding.writeVarString(encoder, JSON.stringify(room));
  });
