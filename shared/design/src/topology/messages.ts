import { blocksIn } from "../text/fence.ts";

/** What is written along an arrow of a sequence: `W->>D: INSERT INTO clicks`. */
export interface Message {
  /** What its sender is called, by a short name and by the whole one. */
  from: string[];
  words: string;
}

const most = 400;

const name = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,38}?`;
const declared = new RegExp(
  String.raw`^\s*(?:create\s+)?(?:participant|actor|database|queue|control|entity|collections)\s+(?:"([^"\n]{1,60})"\s+as\s+(${name})|(${name})(?:@\{[^}\n]*\})?\s+as\s+"?([^"\n]{1,60}?)"?)\s*$`,
  "u",
);
/** A solid arrow, since dotted ones answer; without spaces around it only in mermaid, where it ends in two signs. */
const sent = new RegExp(String.raw`^\s*(${name})\s*-(?:>>?|-?\)|x)\s*[+-]?\s*(${name})\s*:\s*(\S.{0,300})`, "u");
const noted = new RegExp(
  String.raw`^\s*note\s+(?:over|(?:left|right)\s+of)\s+(${name})(?:\s*,\s*${name})?\s*:\s*(\S.{0,300})`,
  "iu",
);

/** What the sequence diagrams of a document, in mermaid or PlantUML, say along their arrows and in the notes over a part. */
export function messagesIn(design: string): Message[] {
  const drawn = blocksIn(design).filter(({ text }) => /^\s*(?:sequenceDiagram\b|@startuml\b)/m.test(text));
  return drawn.flatMap(({ text }) => {
    const labels = new Map<string, string>();
    return text
      .split("\n")
      .slice(0, most)
      .flatMap((line): Message[] => {
        const [, label, short, other, long] = declared.exec(line) ?? [];
        const [id, called] = [short ?? other, label ?? long];
        if (id !== undefined && called !== undefined) labels.set(id, called);
        const [, from, , words] = sent.exec(line) ?? noted.exec(line)?.toSpliced(2, 0, "") ?? [];
        if (from === undefined || words === undefined) return [];
        return [{ from: [from, labels.get(from) ?? from], words: words.trim() }];
      });
  });
}
