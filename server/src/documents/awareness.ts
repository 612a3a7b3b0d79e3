import {
  type AwarenessEntry,
  type CursorState,
  encodeEntries,
  largestStateBytes,
  readState,
} from "./awareness-entries.ts";
import { awarenessFrame } from "./protocol.ts";

export interface Person {
  id: string;
  name: string;
  hue: number;
}

/** Whoever shows a cursor: one socket, one client id, the first that it shows. */
export interface Shower {
  readonly person: Person;
}

interface Shown {
  client: number;
  heardClock: number;
  cursor: CursorState;
  /** When it was last passed on, and the timer of what waits to be. */
  toldAt: number;
  later: NodeJS.Timeout | null;
}

const shortestGapMillis = 100;

export interface PresenceOptions {
  /** Takes the id for the person; false if it is somebody else's. */
  claim: (client: number, person: string) => boolean;
  /** To everybody but `from`. */
  tell: (frame: Uint8Array, from: Shower) => void;
  now: () => number;
}

/**
 * Who is in a document and where their cursor is, as the last state of each socket. Names and colours come from the
 * login, never from the client, and clocks are the room's own, so that a returning client is not taken for a stale one.
 */
export class Presence<S extends Shower> {
  readonly #shown = new Map<S, Shown>();
  readonly #clocks = new Map<number, number>();
  readonly #options: PresenceOptions;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** Takes what a socket says of itself. The stock client repeats what it heard of others, which is no offence. */
  hear(from: S, entries: AwarenessEntry[]): void {
    for (const { client, clock, state } of entries) {
      if (state.length > largestStateBytes) continue;
      const cursor = readState(state);
      const shown = this.#shown.get(from);
      if (cursor === "unreadable" || (shown !== undefined && (shown.client !== client || clock <= shown.heardClock)))
        continue;
      if (cursor === "gone") {
        if (shown !== undefined) this.leave(from);
      } else if (shown !== undefined) {
        shown.heardClock = clock;
        shown.cursor = cursor;
        this.#tellSoon(from, shown);
      } else if (!this.#isTaken(client) && this.#options.claim(client, from.person.id)) {
        const first = { client, heardClock: clock, cursor, toldAt: 0, later: null };
        this.#shown.set(from, first);
        this.#tellSoon(from, first);
      }
    }
  }

  leave(from: S): void {
    const shown = this.#shown.get(from);
    if (shown === undefined) return;
    this.#shown.delete(from);
    if (shown.later !== null) clearTimeout(shown.later);
    const gone = { client: shown.client, clock: this.#tick(shown.client), state: "null" };
    this.#options.tell(awarenessFrame(encodeEntries([gone])), from);
  }

  /** Everybody as they are now, for one who comes; null while nobody shows anything. */
  everybody(): Uint8Array | null {
    if (this.#shown.size === 0) return null;
    return awarenessFrame(encodeEntries([...this.#shown].map(([from, shown]) => this.#entry(from, shown))));
  }

  #tellSoon(from: S, shown: Shown): void {
    if (shown.later !== null) return; // the last state wins when the timer fires
    const wait = shown.toldAt + shortestGapMillis - this.#options.now();
    if (wait > 0) {
      shown.later = setTimeout(() => this.#tell(from, shown), wait);
    } else this.#tell(from, shown);
  }

  #tell(from: S, shown: Shown): void {
    shown.later = null;
    shown.toldAt = this.#options.now();
    this.#tick(shown.client);
    this.#options.tell(awarenessFrame(encodeEntries([this.#entry(from, shown)])), from);
  }

  #entry({ person }: S, { client, cursor }: Shown): AwarenessEntry {
    const { id, name, hue } = person;
    return {
      client,
      clock: this.#clocks.get(client) ?? 0,
      state: JSON.stringify({ ...cursor, user: { name, hue, id } }),
    };
  }

  #tick(client: number): number {
    const clock = (this.#clocks.get(client) ?? 0) + 1;
    this.#clocks.set(client, clock);
    return clock;
  }

  #isTaken(client: number): boolean {
    return [...this.#shown.values()].some((shown) => shown.client === client);
  }
}
