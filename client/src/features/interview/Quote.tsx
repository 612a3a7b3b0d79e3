import type { AnchoredPlace } from "@proofroom/domain/interview/place";
import { placeText } from "./names.ts";

/** The lines that a message is about, as they stood then; opens them where they stand now. */
export const Quote = (props: { place: AnchoredPlace; onOpen: () => void }) => (
  <button type="button" class="quote" title="Open in the editor" onClick={() => props.onOpen()}>
    <small>{placeText(props.place)}</small>
    <span>{props.place.quote.trim()}</span>
  </button>
);
