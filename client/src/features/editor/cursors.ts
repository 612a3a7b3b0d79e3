import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

/** Another person's cursor as it may be drawn: checked, since it comes from elsewhere and ends in a stylesheet. */
export interface RemoteCursor {
  client: number;
  name: string;
  hue: number;
  /** Offsets in the text; the caret stands at `head`. */
  anchor: number;
  head: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Letters, digits and a few marks of names; nothing that could end a quoted string in CSS. */
export const safeName = (name: unknown): string =>
  typeof name === "string"
    ? name
        .replace(/[^\p{L}\p{M}\p{N} ._-]/gu, "")
        .trim()
        .slice(0, 40) || "Guest"
    : "Guest";

const safeHue = (hue: unknown): number =>
  typeof hue === "number" && Number.isInteger(hue) && hue >= 1 && hue <= 8 ? hue : 1;

/** Everybody else who has a caret in this text. */
export function remoteCursors(awareness: Awareness, text: Y.Text): RemoteCursor[] {
  const { doc } = text;
  if (doc === null) return [];
  const offset = (position: unknown): number | null => {
    try {
      const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc);
      return found !== null && found.type === text ? found.index : null;
    } catch {
      return null; // a position that some other client made up
    }
  };
  return [...awareness.getStates()].flatMap(([client, state]): RemoteCursor[] => {
    if (client === doc.clientID || !Number.isInteger(client)) return [];
    const selection: unknown = state["selection"];
    const user: unknown = state["user"];
    if (!isRecord(selection) || !isRecord(user)) return [];
    const head = offset(selection["head"]);
    const anchor = offset(selection["anchor"]);
    if (head === null || anchor === null) return [];
    return [{ client, name: safeName(user["name"]), hue: safeHue(user["hue"]), anchor, head }];
  });
}
