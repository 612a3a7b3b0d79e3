import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { Peer } from "./peer.ts";
import type { SharedDocument } from "./shared-document.ts";

type Entry =
  | { state: "loading"; settled: Promise<void> }
  | { state: "live"; document: SharedDocument }
  | { state: "draining"; settled: Promise<void> };

const keyOf = (roomId: RoomId, name: DocumentName): string => `${roomId}/${name}`;

/** The documents in memory. Each loads for the first who comes and goes, committed and compacted, with the last who leaves. */
export class Registry {
  readonly #entries = new Map<string, Entry>();
  readonly #load: (roomId: RoomId, name: DocumentName) => Promise<SharedDocument | null>;

  constructor(load: (roomId: RoomId, name: DocumentName) => Promise<SharedDocument | null>) {
    this.#load = load;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Brings a peer into its document, loaded if need be; null if there is none. A failed load is thrown and forgotten. */
  async enter(peer: Peer): Promise<SharedDocument | null> {
    const { roomId, document: name } = peer.visitor;
    const key = keyOf(roomId, name);
    for (;;) {
      const entry = this.#entries.get(key);
      if (entry?.state === "live") {
        entry.document.audience.peers.add(peer);
        return entry.document;
      }
      if (entry !== undefined) {
        await entry.settled;
        continue;
      }
      const loading = this.#load(roomId, name);
      this.#entries.set(key, { state: "loading", settled: loading.then(nothing, nothing) });
      let document: SharedDocument | null = null;
      try {
        document = await loading;
      } finally {
        if (document === null) this.#entries.delete(key);
        else this.#entries.set(key, { state: "live", document });
      }
      if (document === null) return null;
      document.audience.peers.add(peer);
      return document;
    }
  }

  /** Takes a peer out; with the last one the document drains, and whoever comes meanwhile waits and loads it anew. */
  leave(peer: Peer, document: SharedDocument): void {
    document.audience.leave(peer);
    const key = keyOf(peer.visitor.roomId, peer.visitor.document);
    const entry = this.#entries.get(key);
    if (document.audience.peers.size > 0 || entry?.state !== "live" || entry.document !== document) return;
    const drained = async (): Promise<void> => {
      await document.flush();
      await document.compact();
      const now = this.#entries.get(key);
      if (now === draining) this.#entries.delete(key);
    };
    const draining: Entry = { state: "draining", settled: drained() };
    this.#entries.set(key, draining);
  }

  /** Drops a document at once, with whatever it had not committed. */
  forget(document: SharedDocument): void {
    for (const [key, entry] of this.#entries) {
      if (entry.state === "live" && entry.document === document) this.#entries.delete(key);
    }
  }

  *live(roomId?: RoomId): Generator<SharedDocument> {
    for (const [key, entry] of this.#entries) {
      if (entry.state === "live" && (roomId === undefined || key.startsWith(`${roomId}/`))) yield entry.document;
    }
  }

  /** Resolves when documents of the room that are on their way out are gone. */
  async drained(roomId: RoomId): Promise<void> {
    const draining = [...this.#entries].map(([key, entry]) =>
      entry.state === "draining" && key.startsWith(`${roomId}/`) ? entry.settled : Promise.resolve(),
    );
    await Promise.all(draining);
  }
}

const nothing = (): void => {};
