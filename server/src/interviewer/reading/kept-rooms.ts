import type { DocumentName } from "@proofroom/domain/document/document";
import type { KeptDocument } from "./kept-document.ts";

/** The documents of one room that the thread has. */
export interface KeptRoom {
  get(name: DocumentName): KeptDocument | undefined;
  replace(name: DocumentName, document: KeptDocument): void;
}

/** What the thread keeps between readings, so that it need not load it again; the least recently read goes first. */
export class KeptRooms {
  readonly #rooms = new Map<string, Map<DocumentName, KeptDocument>>();
  readonly #most: { bytes: number; rooms: number };

  constructor(most: { bytes: number; rooms: number }) {
    this.#most = most;
  }

  enter(room: string): KeptRoom {
    const documents = this.#rooms.get(room) ?? new Map<DocumentName, KeptDocument>();
    this.#rooms.delete(room);
    this.#rooms.set(room, documents);
    return {
      get: (name) => documents.get(name),
      replace(name, document) {
        documents.get(name)?.destroy();
        documents.set(name, document);
      },
    };
  }

  forget(room: string): void {
    for (const document of this.#rooms.get(room)?.values() ?? []) document.destroy();
    this.#rooms.delete(room);
  }

  /** Lets go of rooms until the rest is small enough; never of the one that is being read. */
  trim(current: string): void {
    let bytes = 0;
    for (const documents of this.#rooms.values()) for (const document of documents.values()) bytes += document.bytes;
    for (const [room, documents] of this.#rooms) {
      if ((bytes <= this.#most.bytes && this.#rooms.size <= this.#most.rooms) || room === current) return;
      for (const document of documents.values()) bytes -= document.bytes;
      this.forget(room);
    }
  }

  get size(): number {
    return this.#rooms.size;
  }
}
