import { parentPort } from "node:worker_threads";
import * as Y from "yjs";

export type WorkerRequest = { id: number; updates: Uint8Array[] };
export type WorkerAnswer =
  | { id: number; outcome: "compacted"; bytes: Uint8Array; vector: Uint8Array; text: string }
  | { id: number; outcome: "failed"; reason: string };

/** Applies updates to a document that lives for this one call; deleted text is collected on the way. */
function compact({ id, updates }: WorkerRequest): WorkerAnswer {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error("the updates have a gap");
    return {
      id,
      outcome: "compacted",
      bytes: Y.encodeStateAsUpdate(doc),
      vector: Y.encodeStateVector(doc),
      text: doc.getText("content").toJSON(),
    };
  } catch (error) {
    return { id, outcome: "failed", reason: String(error) };
  } finally {
    doc.destroy();
  }
}

parentPort?.on("message", (request: WorkerRequest) => parentPort?.postMessage(compact(request)));
