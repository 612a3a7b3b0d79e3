import { DocumentName } from "../../document/document.ts";
import type { DirectorState } from "../director/director-state.ts";
import { isSteering } from "../language/steering.ts";
import type { Place } from "../place.ts";
import type { Reading } from "../reading.ts";
import type { Topic } from "../topic.ts";

/** Every named thing of a design with its line, as a sentence may call it. */
export function thingsOf(reading: Reading): { name: string; document: DocumentName; line: number }[] {
  const { tables, operations, components } = reading.model;
  return [
    ...tables.flatMap((table) => [
      { name: table.name, document: "schema" as const, line: table.line },
      ...table.columns.map((column) => ({
        name: `${table.name}.${column.name}`,
        document: "schema" as const,
        line: column.line,
      })),
    ]),
    ...operations.map(({ method, path, line }) => ({ name: `${method} ${path}`, document: "api" as const, line })),
    ...components.flatMap(({ id, kind, line }) =>
      line === undefined || kind === "client" ? [] : [{ name: id, document: "design" as const, line }],
    ),
  ];
}

/** The line as a place, with its text. */
export function placeAt(reading: Reading, document: DocumentName, line: number): Place {
  const quote = (reading.texts[document].split("\n")[line - 1] ?? "").trim().slice(0, 300);
  return { document, version: reading.versions[document], line, endLine: line, quote };
}

/** Where what a mend says stands now: the line that its sentence names, else that of the thing in it; null where it names none. */
export function placeOfMend(reading: Reading | null, { topic, text }: { topic: Topic; text: string }): Place | null {
  const place = placeNamedIn(reading, text);
  if (place !== null || reading === null) return place;
  const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const named = thingsOf(reading).filter(({ name }) => names.some((one) => name === one || name.endsWith(`.${one}`)));
  const thing = named.find(({ document }) => document === topic.place?.document) ?? named[0];
  if (thing !== undefined) return placeAt(reading, thing.document, thing.line);
  const asked = topic.place;
  const now = asked === null ? null : placeAt(reading, asked.document, asked.line);
  return now !== null && now.quote === asked?.quote ? now : null;
}

/** The line that a sentence names, as `schema 3`. */
function placeNamedIn(reading: Reading | null, text: string): Place | null {
  const [, document, line] = /\b(schema|api|design)(?: line)? (\d+)\b/i.exec(text) ?? [];
  const named = DocumentName.safeParse(document?.toLowerCase()).data;
  if (reading === null || named === undefined) return null;
  const place = placeAt(reading, named, Number(line));
  return place.quote === "" ? null : place;
}

/** The newest line that holds a thing or a sentence, of the documents given, in their order where equally new. */
export function newestPlace(state: DirectorState, documents: readonly DocumentName[]): Place | null {
  const { reading } = state;
  if (reading === null) return null;
  const things = thingsOf(reading);
  const lines = documents.flatMap((document) => {
    const ages = state.writtenAt[document];
    const known = things.filter((thing) => thing.document === document).map(({ line }) => line);
    const spoken = document === "design" ? proseLines(reading.texts.design) : [];
    return [...known, ...spoken].map((line) => ({ document, line, at: ages[line - 1] ?? 0 }));
  });
  const [newest] = lines.toSorted((a, b) => b.at - a.at);
  return newest === undefined ? null : placeAt(reading, newest.document, newest.line);
}

/** Lines of Markdown that say something: neither a heading nor within a fence, and at least four words. */
function proseLines(text: string): number[] {
  let isFenced = false;
  return text.split("\n").flatMap((line, n) => {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced;
    const isProse =
      !isFenced && !isSteering(line) && !/^\s*(?:#|```|~~~|<!--|\|)/.test(line) && line.trim().split(/\s+/).length >= 4;
    return isProse ? [n + 1] : [];
  });
}
