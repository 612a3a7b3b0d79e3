import * as Y from "yjs";
import type { SaveEvent } from "./document-save-event.ts";
import type { DocumentStore, Stored } from "./document-store.ts";

export interface Persistence {
  /** Origin of the transaction that brings back what the device holds. */
  readonly origin: object;
  /** Loads what this device holds; answers its epoch, or null where there is nothing. Never takes longer than a second. */
  recall(): Promise<number | null>;
  /** The room names its epoch: what came before that is written now. */
  enter(epoch: number): void;
  append(bytes: Uint8Array, isMine: boolean): void;
  settled(): void;
  /** Drops what this device holds of the document. */
  forget(): Promise<void>;
  close(): void;
}

const recallMillis = 1_000;
const settleMillis = 1_000;

/** Carries a document's updates to the device's store and tells when they have arrived there. */
export function createPersistence({
  store,
  doc,
  tell,
}: {
  store: DocumentStore;
  doc: Y.Doc;
  tell: (event: SaveEvent) => void;
}): Persistence {
  const origin = {};
  let epoch: number | null = null;
  let unwritten = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const report = (stored: Stored, edits: number) => {
    if (stored.outcome === "not-stored") tell({ type: "not-stored", trouble: stored.trouble });
    else if (edits > 0) tell({ type: "stored", edits });
  };
  const keep = async (bytes: Uint8Array, edits: number, of: number) =>
    report(await store.append(of, bytes, edits > 0), edits);

  async function load(): Promise<number | null> {
    const found = await store.recall();
    if (found === null) return null;
    epoch = found.epoch;
    Y.applyUpdate(doc, Y.mergeUpdates(found.updates), origin);
    tell({ type: "recalled", at: Date.now(), edits: found.unsent });
    return epoch;
  }

  return {
    origin,
    async recall() {
      const late = new Promise<null>((resolve) => {
        setTimeout(() => resolve(null), recallMillis);
      });
      return Promise.race([load().catch(() => null), late]);
    },
    enter(named) {
      if (epoch !== null) return;
      epoch = named;
      void keep(Y.encodeStateAsUpdate(doc), unwritten, named);
    },
    append(bytes, isMine) {
      if (isMine) clearTimeout(timer); // what is settled is settled only without this edit
      if (epoch !== null) void keep(bytes, isMine ? 1 : 0, epoch);
      else if (isMine) unwritten += 1;
    },
    settled() {
      const of = epoch;
      if (of === null) return;
      clearTimeout(timer);
      timer = setTimeout(() => void store.settle(of).then((stored) => report(stored, 0)), settleMillis);
    },
    async forget() {
      report(await store.forget(), 0);
    },
    close() {
      clearTimeout(timer);
      store.close();
    },
  };
}
