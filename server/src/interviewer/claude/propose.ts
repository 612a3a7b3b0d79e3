import { DocumentName } from "@proofroom/domain/document/document";
import type { Evidence } from "@proofroom/domain/interview/note";
import type { ItemId } from "@proofroom/domain/interview/speech";
import type { Turn } from "../voice.ts";

/** That an item is covered, with what shows it. What follows from it is the director's to say. */
export interface Proposal {
  item: ItemId;
  evidence: Evidence;
}

/** What `api:31` or `message:7` stands for, verbatim; null where nothing of theirs stands there. */
export function evidenceAt({ reading, events }: Turn, ref: string): Evidence | null {
  const [kind = "", number = ""] = ref.split(":");
  const at = Number(number);
  if (!Number.isSafeInteger(at)) return null;
  if (kind === "message") {
    const message = events.find((event) => event.type === "message" && event.seq === at && event.person !== null);
    if (message?.type !== "message") return null;
    return { by: "chat", quote: message.text.slice(0, 300), source: { kind: "message", seq: at } };
  }
  const name = DocumentName.options.find((one) => one === kind);
  if (name === undefined) return null;
  const quote = reading.texts[name].split("\n")[at - 1]?.trim().slice(0, 300) ?? "";
  if (quote === "") return null;
  const source = { kind: "document" as const, document: name, version: reading.versions[name], line: at };
  return { by: "document", quote, source };
}
