import type { WebSocket } from "ws";

/** Why a socket is not read just now: its document loads, it was too fast, or too much waits for the database. */
export type HoldReason = "loading" | "pace" | "pressure";

/** Reads a socket only while no reason holds it. What the peer sends meanwhile waits in its own network, not in our memory. */
export class Reader {
  readonly #ws: WebSocket;
  readonly #held = new Set<HoldReason>();
  #timer: NodeJS.Timeout | null = null;

  constructor(ws: WebSocket) {
    this.#ws = ws;
  }

  hold(reason: HoldReason): void {
    if (this.#held.size === 0) this.#ws.pause();
    this.#held.add(reason);
  }

  release(reason: HoldReason): void {
    if (this.#held.delete(reason) && this.#held.size === 0) this.#ws.resume();
  }

  /** Rests for at least `millis` from now. */
  rest(millis: number): void {
    if (millis <= 0) return;
    this.hold("pace");
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release("pace"), millis);
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    // A paused socket would never see its own close.
    if (this.#held.size > 0) this.#ws.resume();
    this.#held.clear();
  }
}
