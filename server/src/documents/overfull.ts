import type { Peer } from "./peer.ts";

/** What is known of a peer's edits that did not fit. */
export interface Overfull {
  /** The size of the document that refused them. */
  readonly size: DocumentSize;
  /** `waits` until something has changed, `asks` as soon as the pace allows, `asked` until its step 2 has come. */
  next: "waits" | "asks" | "asked";
}

export interface DocumentSize {
  readonly textBytes: number;
  readonly stateBytes: number;
}

export interface SecondChancesOptions {
  peers: ReadonlySet<Peer>;
  /** Asks a peer for whatever the room lacks; false if it cannot be told just now. */
  ask: (peer: Peer) => boolean;
  now: () => number;
}

const askAgainMillis = 1_000;

/**
 * Asks those whose edits did not fit for them again, once they may fit. Whatever a peer types after a refusal rests on what
 * was refused, its removal too: only its next step 2 can bring the two together, and it sends one only when asked. One
 * question at a time, for an answer may be long, and only after a removal: more text would not help.
 */
export class SecondChances {
  readonly #options: SecondChancesOptions;
  #askedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: SecondChancesOptions) {
    this.#options = options;
  }

  /** An edit did not fit; `isWhole` if it was a step 2, which answers what was asked. */
  refused(peer: Peer, isWhole: boolean, { textBytes, stateBytes }: DocumentSize): void {
    const isAsked = !isWhole && peer.overfull?.next === "asked";
    peer.overfull = { size: { textBytes, stateBytes }, next: isAsked ? "asked" : "waits" };
  }

  /** The peer removes some of the text it has, and maybe what did not fit. */
  removed(peer: Peer): void {
    if (peer.overfull?.next !== "waits") return;
    peer.overfull.next = "asks";
    this.#askSoon();
  }

  /** The document may have become smaller, in text or in history. */
  resized({ textBytes, stateBytes }: DocumentSize): void {
    for (const peer of this.#options.peers) {
      const size = peer.overfull?.size;
      if (size !== undefined && (textBytes < size.textBytes || stateBytes < size.stateBytes)) this.removed(peer);
    }
  }

  #askSoon(): void {
    if (this.#timer !== null) return;
    const wait = this.#askedAt + askAgainMillis - this.#options.now();
    if (wait <= 0) return this.#ask();
    this.#timer = setTimeout(() => this.#ask(), wait).unref();
  }

  #ask(): void {
    this.#timer = null;
    this.#askedAt = this.#options.now();
    let isLeft = false;
    for (const peer of this.#options.peers) {
      const { overfull } = peer;
      if (overfull?.next !== "asks" || peer.isClosed) continue;
      // Whoever may not write just now is asked when they may again.
      if (peer.access.may !== "edit") overfull.next = "waits";
      else if (this.#options.ask(peer)) overfull.next = "asked";
      else isLeft = true;
    }
    if (isLeft) this.#askSoon();
  }
}
