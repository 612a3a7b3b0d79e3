import type { Fix } from "@proofroom/domain/design/finding";
import type { Catalog } from "./catalog.ts";

/** PostgreSQL cuts a name after 63 bytes, silently; the parser does too, so the text is looked at. */
export function checkLength({ source, tell }: Catalog, name: string, at: number): void {
  if (name.length < 32) return;
  const written = /^(?:"(?:[^"]|"")*"|[\p{L}\p{M}\p{N}_$]+)/u.exec(source.sql.slice(at, at + 2_000))?.[0] ?? "";
  const bare = written.replaceAll('"', "");
  if (new TextEncoder().encode(bare).length <= 63) return;
  const message = `A name has at most 63 bytes; PostgreSQL would cut this one to ${name}. Shorten it.`;
  const fixes = source.isOwnText ? [renameTo(shorter(name, source.sql), bare, source.sql)] : [];
  tell({ severity: "error", rule: "name-length", message, from: at, to: at + written.length, fixes });
}

/** The name's first whole words, or else its first letters, with a number where the schema already says that. */
function shorter(name: string, sql: string): string {
  const first = /^.{1,30}/u.exec(name)?.[0] ?? name;
  const base = /^(.{3,})_/u.exec(first)?.[1] ?? first;
  for (let n = 1; ; n++) {
    const free = n === 1 ? base : `${base}_${n}`;
    if (!standsIn(free).test(sql)) return free;
  }
}

function renameTo(insert: string, bare: string, sql: string): Fix {
  const edits = [...sql.matchAll(standsIn(bare))].map(({ index }) => ({
    document: "schema" as const,
    from: index,
    to: index + bare.length,
    insert,
  }));
  return { label: `Call it ${insert}`, edits };
}

const standsIn = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_$])${name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?![\\p{L}\\p{M}\\p{N}_$])`,
    "giu",
  );
