import type { DocumentName } from "@proofroom/domain/document/document";
import type { AnchoredPlace } from "@proofroom/domain/interview/place";

/** What messages can ask of the room around them. */
export interface ThreadActions {
  /** Opens the lines of a quote where they stand now. */
  open: (place: AnchoredPlace) => void;
  openLine: (place: { document: DocumentName; line: number }) => void;
  /** Scrolls to a message. */
  show: (seq: number) => void;
  /** Lets a person point at a line in answer to a question; absent where one may not. */
  point?: (question: number) => void;
  /** Answers a message in words; absent where one may not. */
  reply?: (seq: number) => void;
}
