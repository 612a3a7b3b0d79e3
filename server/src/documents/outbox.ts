import { Socket } from "node:net";
import type { WebSocket } from "ws";

const mostWaitingBytes = 1024 * 1024;
const mostLagMillis = 30_000;

export interface OutboxOptions {
  now: () => number;
  /** The peer reads again after it fell behind: what is sent now must bring it up to date. */
  onCaughtUp: () => void;
}

/**
 * Frames on their way to one peer. They are written once per turn of the loop, corked, so that an edit and its cursor
 * leave together. A peer that does not read gets nothing more queued beyond 1 MiB; it is closed after half a minute.
 */
export class Outbox {
  /** When something was last sent, in milliseconds of the given clock. */
  sentAt: number;
  readonly #ws: WebSocket;
  readonly #raw: Socket | null;
  readonly #options: OutboxOptions;
  #frames: Uint8Array[] = [];
  #laggingSince: number | null = null;

  constructor(ws: WebSocket, options: OutboxOptions) {
    this.#ws = ws;
    this.#options = options;
    this.sentAt = options.now();
    // ws has no public way to the connection, which alone can be corked and tells when it has drained.
    const raw: unknown = Reflect.get(ws, "_socket");
    this.#raw = raw instanceof Socket ? raw : null;
  }

  get isLagging(): boolean {
    return this.#laggingSince !== null;
  }

  /** Whether the peer has not read for too long. */
  isStalled(now: number): boolean {
    return this.#laggingSince !== null && now - this.#laggingSince > mostLagMillis;
  }

  /** Queues a frame; false if the peer lags and must be brought up to date later instead. */
  push(frame: Uint8Array): boolean {
    if (this.#laggingSince !== null || this.#ws.readyState !== this.#ws.OPEN) return false;
    if (this.#frames.push(frame) === 1) setImmediate(() => this.#flush());
    return true;
  }

  #flush(): void {
    const frames = this.#frames;
    this.#frames = [];
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    this.#raw?.cork();
    for (const frame of frames) this.#ws.send(frame);
    this.#raw?.uncork();
    this.sentAt = this.#options.now();
    if (this.#raw !== null && this.#ws.bufferedAmount > mostWaitingBytes) {
      this.#laggingSince = this.sentAt;
      this.#raw.once("drain", () => {
        this.#laggingSince = null;
        this.#options.onCaughtUp();
      });
    }
  }

  /** Writes what is queued before the socket closes. */
  end(code: number, reason: string): void {
    this.#flush();
    this.#ws.close(code, reason);
  }
}
