import { isUtf8 } from "node:buffer";
import * as decoding from "lib0/decoding";
import type { DeleteRange } from "./delete-ranges.ts";

export interface ItemId {
  client: number;
  clock: number;
}

/** One inserted piece of text, or one that its writer deleted before anybody saw it. */
export interface Struct {
  clock: number;
  /** Its first byte in the update. */
  at: number;
  /** Where its content begins: the bytes before say what it is and where it stands. */
  contentAt: number;
  /** In UTF-16 units, as Yjs counts. */
  length: number;
  /** Of its text in UTF-8; 0 for a deleted one. */
  textBytes: number;
  isDeleted: boolean;
  origin: ItemId | null;
  rightOrigin: ItemId | null;
}

/** What an update brings of one client: clocks `from` up to but not including `to`. */
export interface Block {
  client: number;
  from: number;
  to: number;
  structs: Struct[];
  /** Just past its last byte in the update. */
  endAt: number;
}

export interface Skimmed {
  blocks: Block[];
  deletes: DeleteRange[];
  /** Where the structs end and the delete set begins. */
  deleteSetAt: number;
}

export type Skim =
  | { outcome: "sound"; update: Skimmed }
  | { outcome: "malformed"; reason: string }
  | { outcome: "forbidden"; reason: string };

const highestClient = 2 ** 32 - 1;
const highestClock = 2 ** 40;
const rootName = new TextEncoder().encode("content");
const kinds = ["GC", "Deleted", "JSON", "Binary", "String", "Embed", "Format", "Type", "Any", "Doc", "Skip"];

/** Ends a skim from any depth; never leaves this file. */
class Unsound extends Error {
  readonly outcome: "malformed" | "forbidden";
  constructor(outcome: "malformed" | "forbidden", reason: string) {
    super(reason);
    this.outcome = outcome;
  }
}

/**
 * Reads the structure of an update without building anything of Yjs, so that no claimed number costs more than the bytes
 * that were sent. Sound is only what the text named `content` needs: strings and deleted strings, one block per client.
 */
export function skim(bytes: Uint8Array): Skim {
  try {
    // The decoder may run past `bytes` into the buffer they are a view of; the check for content left notices that too.
    const decoder = decoding.createDecoder(bytes);
    const blocks = readBlocks(decoder);
    const deleteSetAt = decoder.pos;
    const deletes = readDeletes(decoder);
    if (decoding.hasContent(decoder)) return { outcome: "malformed", reason: "bytes after the update" };
    return { outcome: "sound", update: { blocks, deletes, deleteSetAt } };
  } catch (error) {
    if (error instanceof Unsound) return { outcome: error.outcome, reason: error.message };
    return { outcome: "malformed", reason: "the update ends early or holds a number out of range" };
  }
}

function readBlocks(decoder: decoding.Decoder): Block[] {
  const blocks: Block[] = [];
  const count = readCount(decoder);
  let previous = Number.POSITIVE_INFINITY;
  for (let n = 0; n < count; n++) {
    const structCount = readCount(decoder);
    const client = readClient(decoder);
    // Two blocks of one client merge differently from how they apply, and a merge takes the order below for granted.
    if (client >= previous) throw new Unsound("forbidden", "client ids repeat or do not descend");
    previous = client;
    const from = readClock(decoder);
    const structs: Struct[] = [];
    let clock = from;
    for (let s = 0; s < structCount; s++) {
      const struct = readStruct(decoder, clock);
      structs.push(struct);
      clock += struct.length;
    }
    if (structCount === 0 || clock > highestClock)
      throw new Unsound("malformed", "an empty block or a clock out of range");
    blocks.push({ client, from, to: clock, structs, endAt: decoder.pos });
  }
  return blocks;
}

function readStruct(decoder: decoding.Decoder, clock: number): Struct {
  const at = decoder.pos;
  const info = decoding.readUint8(decoder);
  const kind = info & 0b1_1111;
  if (kind !== 4 && kind !== 1) throw new Unsound("forbidden", `a struct of kind ${kinds[kind] ?? kind} is no text`);
  if ((info & 0b10_0000) !== 0) throw new Unsound("forbidden", "the text has no named children");
  const origin = (info & 0b1000_0000) === 0 ? null : readId(decoder);
  const rightOrigin = (info & 0b100_0000) === 0 ? null : readId(decoder);
  if (origin === null && rightOrigin === null) readRoot(decoder);
  const isDeleted = kind === 1;
  const contentAt = decoder.pos;
  const { length, textBytes } = isDeleted
    ? { length: decoding.readVarUint(decoder), textBytes: 0 }
    : readString(decoder);
  if (length < 1) throw new Unsound("malformed", "a struct without length");
  return { clock, at, contentAt, length, textBytes, isDeleted, origin, rightOrigin };
}

function readRoot(decoder: decoding.Decoder): void {
  if (decoding.readVarUint(decoder) !== 1) throw new Unsound("forbidden", "text within something else");
  const name = decoding.readVarUint8Array(decoder);
  const isContent = name.length === rootName.length && name.every((byte, n) => byte === rootName[n]);
  if (!isContent) throw new Unsound("forbidden", "only the text named content is kept");
}

function readString(decoder: decoding.Decoder): { length: number; textBytes: number } {
  const text = decoding.readVarUint8Array(decoder);
  if (!isUtf8(text)) throw new Unsound("malformed", "a string that is not UTF-8");
  let length = 0;
  for (const byte of text) {
    if ((byte & 0b1100_0000) !== 0b1000_0000) length += byte >= 0b1111_0000 ? 2 : 1;
  }
  return { length, textBytes: text.length };
}

function readDeletes(decoder: decoding.Decoder): DeleteRange[] {
  const deletes: DeleteRange[] = [];
  const count = readCount(decoder);
  for (let n = 0; n < count; n++) {
    const client = readClient(decoder);
    const ranges = readCount(decoder);
    for (let r = 0; r < ranges; r++) {
      const from = readClock(decoder);
      const to = from + decoding.readVarUint(decoder);
      if (to <= from || to > highestClock) throw new Unsound("malformed", "an empty delete range or one out of range");
      deletes.push({ client, from, to });
    }
  }
  return deletes;
}

function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos) throw new Unsound("malformed", "claims more than it holds");
  return count;
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client > highestClient) throw new Unsound("malformed", "a client id out of range");
  return client;
}

function readClock(decoder: decoding.Decoder): number {
  const clock = decoding.readVarUint(decoder);
  if (clock > highestClock) throw new Unsound("malformed", "a clock out of range");
  return clock;
}

const readId = (decoder: decoding.Decoder): ItemId => ({ client: readClient(decoder), clock: readClock(decoder) });
