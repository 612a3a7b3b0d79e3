import { sketchesOf } from "../sketches.ts";
import { tick } from "../topics/words.ts";
import type { Asker } from "./ask.ts";
import { asksOf } from "./endpoints.ts";

/** Questions about endpoints that stand in the API document as one line of text. */
export const sketchAsks: Asker = (view, isNew) =>
  sketchesOf(view)
    .filter(({ line }) => isNew("api", line))
    .flatMap((operation) =>
      asksOf({ operation, acts: [], it: `${tick(view.lines.api[operation.line - 1] ?? "")} (api ${operation.line})` }),
    );
