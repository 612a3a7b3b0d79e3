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
  /** Edits without a write of their own, or whose write failed: the next write carries the whole document, for no gap may remain. */
  let owed = 0;
  let hasGap = false;
  /** The newest row written from here, and whether the room had everything when last heard of. */
  let newest = 0;
  let isSettled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const report = (stored: Stored) => {
    if (stored.outcome === "not-stored") tell({ type: "not-stored", trouble: stored.trouble });
  };

  async function keep(bytes: Uint8Array, edits: number, of: number): Promise<void> {
    const carried = edits + owed;
    const isWhole = hasGap || owed > 0;
    owed = 0;
    hasGap = false;
    const stored = await store.append(of, isWhole ? Y.encodeStateAsUpdate(doc) : bytes, carried > 0);
    report(stored);
    if (stored.outcome === "not-stored") {
      owed += carried;
      hasGap = true;
      return;
    }
    newest = stored.row;
    if (isSettled) settleSoon();
    if (carried > 0) tell({ type: "stored", edits: carried });
  }

  function settleSoon(): void {
    const [of, upTo] = [epoch, newest];
    if (of === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => void store.settle(of, upTo).then(report), settleMillis);
  }

  async function load(): Promise<number | null> {
    const found = await store.recall();
    if (found === null) return null;
    epoch = found.epoch;
    newest = found.newest;
    Y.applyUpdate(doc, Y.mergeUpdates(found.updates), origin);
    tell({ type: "recalled", at: Date.now(), edits: found.unsent });
    if (owed > 0) void keep(new Uint8Array(), 0, epoch);
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
      void keep(Y.encodeStateAsUpdate(doc), 0, named);
    },
    append(bytes, isMine) {
      if (isMine) isSettled = false;
      if (epoch !== null) void keep(bytes, isMine ? 1 : 0, epoch);
      else if (isMine) owed += 1;
    },
    settled() {
      isSettled = true;
      settleSoon();
    },
    async forget() {
      report(await store.forget());
    },
    close() {
      clearTimeout(timer);
      store.close();
    },
  };
}
