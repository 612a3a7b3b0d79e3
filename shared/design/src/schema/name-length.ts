import type { Catalog } from "./catalog.ts";

/** PostgreSQL cuts a name after 63 bytes, silently; the parser does too, so the text is looked at. */
export function checkLength({ source, tell }: Catalog, name: string, at: number): void {
  if (name.length < 32) return;
  const written = /^(?:"(?:[^"]|"")*"|[\p{L}\p{N}_$]+)/u.exec(source.sql.slice(at, at + 2_000))?.[0] ?? "";
  if (new TextEncoder().encode(written.replaceAll('"', "")).length <= 63) return;
  const message = `A name has at most 63 bytes; this one is cut to ${name}. Shorten it.`;
  tell({ severity: "warning", rule: "name-length", message, from: at, to: at + written.length });
}
