import * as Y from "yjs";
import { mergeTree } from "./merge-tree.ts";
import { encodeVector, type Vector } from "./vector.ts";

interface TailUpdate {
  seq: number;
  bytes: Uint8Array;
}

/** The committed state of a document as bytes: a base and the updates since. There is no live `Y.Doc` behind it. */
export class MergedState {
  readonly vector: Vector;
  #base: Uint8Array;
  #tail: TailUpdate[] = [];
  #tailBytes = 0;
  #mergedUpto = 0;
  #seq: number;

  constructor(base: Uint8Array, seq: number, vector: Vector) {
    this.#base = base;
    this.#seq = seq;
    this.#mergedUpto = seq;
    this.vector = vector;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Of what was committed since the last compaction. */
  get tail(): { bytes: number; updates: number } {
    return { bytes: this.#tailBytes, updates: this.#tail.length };
  }

  append(update: TailUpdate, reached: Iterable<{ client: number; to: number }>): void {
    this.#tail.push(update);
    this.#tailBytes += update.bytes.length;
    this.#seq = update.seq;
    for (const { client, to } of reached) this.vector.set(client, to);
  }

  /** Everything committed, in pieces that only together make the state. */
  parts(): { seq: number; updates: Uint8Array[] } {
    return {
      seq: this.#seq,
      updates: [this.#base, ...this.#tail.filter(({ seq }) => seq > this.#mergedUpto).map(({ bytes }) => bytes)],
    };
  }

  /** What somebody lacks who has `vector`. */
  since(vector: Vector): Uint8Array {
    if (this.#mergedUpto < this.#seq) {
      this.#base = mergeTree(this.parts().updates);
      this.#mergedUpto = this.#seq;
    }
    return Y.diffUpdate(this.#base, encodeVector(vector));
  }

  /** Replaces everything up to `seq` by its compacted form. */
  rebase(compacted: Uint8Array, seq: number): void {
    this.#base = compacted;
    this.#mergedUpto = seq;
    this.#tail = this.#tail.filter((update) => update.seq > seq);
    this.#tailBytes = this.#tail.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}
