import type { Coverage } from "@proofroom/domain/interview/note";
import type { IconName } from "../../ui/icon-paths.ts";

/** How far a point got: icon, ink and word say the same. */
export const stateWords: Record<Coverage, { word: string; icon: IconName; ink: string; means: string }> = {
  covered: {
    word: "covered",
    icon: "passed",
    ink: "ink-ok",
    means: "a document, a run or a line pointed at proves it",
  },
  touched: { word: "touched", icon: "chat", ink: "", means: "talked about only, or written and taken out again" },
  contradicted: {
    word: "contradicted",
    icon: "warning",
    ink: "ink-warn",
    means: "the design itself or a run says otherwise",
  },
  unseen: { word: "not reached", icon: "pending", ink: "muted", means: "neither asked nor written about" },
};
