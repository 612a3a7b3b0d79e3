import type { DocumentName } from "@proofroom/domain/document/document";
import { fetchDocument } from "../../data/api.ts";
import type { RoomDocument } from "../../data/document.ts";
import { answerQuestion } from "../../data/interview-api.ts";
import type { Room } from "../../data/room.tsx";
import { nearestLine } from "./nearest-line.ts";

const flushMillis = 2_000;

interface Point {
  question: number;
  document: DocumentName;
  line: number;
  endLine: number;
}

/**
 * Answers a question by lines as the room has kept them: what one sees is committed first, then found in that version.
 * Answers why not, or null.
 */
export async function pointAt(room: Pick<Room, "id">, shared: RoomDocument, point: Point): Promise<string | null> {
  const { question, document, line, endLine } = point;
  const lines = shared.text
    .toJSON()
    .split("\n")
    .slice(line - 1, endLine);
  if (lines.every((one) => one.trim() === "")) return "This line is empty. Choose one that says something.";
  await shared.flush(flushMillis);
  const read = await fetchDocument(room.id, document);
  if (!read.ok) return read.message;
  const kept = nearestLine(read.value.text, lines, line);
  if (kept === null) return "The line is still changing. Choose it again in a moment.";
  const place = { document, version: read.value.version, line: kept, endLine: kept + lines.length - 1 };
  const answer = await answerQuestion(room.id, question, { answer: "point", ...place });
  return answer.ok ? null : answer.message;
}
