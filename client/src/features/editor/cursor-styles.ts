import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { type RemoteCursor, remoteCursors } from "./cursors.ts";

const shownMillis = 2_000;

/** One cursor's rules. Colours are our own tokens, chosen by hue; the name is quoted and holds no quote. */
function rules({ client, name, hue }: RemoteCursor, isFlagged: boolean, isFirstLine: boolean): string {
  const head = `.remote-caret-${client}`;
  return `
.remote-selection-${client} { background: color-mix(in oklab, var(--p${hue}) 22%, transparent) }
${head} { --p: var(--p${hue}) }
${head}::after { content: "${name}"; opacity: ${isFlagged ? 1 : 0}; ${isFirstLine ? "inset-block: 100% auto; border-radius: 0 3px 3px 3px;" : ""} }
${head}:hover::after { opacity: 1 }`;
}

/** Flags with the names of the others: for two seconds after a move, while selecting, and on hover; below the caret on the first line. */
export function paintCursors(awareness: Awareness, text: Y.Text): Disposable {
  const sheet = new CSSStyleSheet(); // constructed: needs no exception in the page's policy
  document.adoptedStyleSheets.push(sheet);
  const moves = new Map<number, { head: number; at: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint(): void {
    const now = Date.now();
    const cursors = remoteCursors(awareness, text);
    const content = text.toJSON();
    for (const { client, head } of cursors) {
      if (moves.get(client)?.head !== head) moves.set(client, { head, at: now });
    }
    const isFresh = ({ client }: RemoteCursor) => now - (moves.get(client)?.at ?? 0) < shownMillis;
    sheet.replaceSync(
      cursors
        .map((cursor) =>
          rules(
            cursor,
            cursor.anchor !== cursor.head || isFresh(cursor),
            !content.slice(0, cursor.head).includes("\n"),
          ),
        )
        .join("\n"),
    );
    clearTimeout(timer);
    if (cursors.some(isFresh)) timer = setTimeout(paint, shownMillis);
  }

  awareness.on("change", paint);
  paint();
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      awareness.off("change", paint);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
