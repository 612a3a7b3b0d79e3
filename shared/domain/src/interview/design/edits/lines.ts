import type { DocumentName } from "../../../document/document.ts";
import { tick } from "../topics/words.ts";
import type { Ask, Asker } from "./ask.ts";

/** A line that says something by itself: brackets, comments, what only opens a list and the frame of a document do not. */
const saysSomething: Record<"schema" | "api", RegExp> = {
  schema: /^(?!\s*(?:--|\/\*|\*|create extension\b|set\b|begin\b|commit\b))(?!.*[[{]\s*$)[^\n]*\p{L}{2}/iu,
  api: /^(?!\s*(?:#|\/\/|---|(?:openapi|info|title|version|paths|components|servers|schemas)\b))(?!.*[[{:]\s*$)[^\n]*\p{L}{2}/u,
};

/** Questions about lines that were just written and that nothing else could read: they are asked about as text. */
export const lineAsks: Asker = (view, isNew) => {
  const { tables, operations } = view.reading.model;
  const known = new Set(
    tables.flatMap((table) => [
      table.line,
      ...table.columns.map(({ line }) => line),
      ...table.indexes.map(({ line }) => line),
    ]),
  );
  const firstOperation = Math.min(...operations.map(({ line }) => line));
  const asks = (document: DocumentName, line: number, text: string): Ask => {
    const it = `${tick(text)} (${document} ${line})`;
    return {
      id: `line:${document}:${text.trim().toLowerCase().slice(0, 60)}`,
      document,
      line,
      facts: [],
      strength: 0.1,
      wordings: [
        `Which request needs ${it}, and how often does it come?`,
        `What would go wrong first without ${it}?`,
        `What does ${it} promise, and who has to keep that?`,
      ],
    };
  };
  const unread = (document: "schema" | "api", isRead: (line: number) => boolean): Ask[] =>
    view.lines[document].flatMap((text, n) =>
      isNew(document, n + 1) && !isRead(n + 1) && saysSomething[document].test(text)
        ? [asks(document, n + 1, text)]
        : [],
    );
  return [...unread("schema", (line) => known.has(line)), ...unread("api", (line) => line >= firstOperation)];
};
