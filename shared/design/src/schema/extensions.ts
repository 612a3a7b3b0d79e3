import type { Fix } from "@proofroom/domain/design/finding";
import type { Catalog } from "./catalog.ts";
import { afterQuoted } from "./sql-text.ts";

/** Extension → the words that exist only with it. */
const brings: [extension: string, words: RegExp][] = [
  ["uuid-ossp", /\buuid_(?:generate_v(?:1|1mc|3|4|5)|nil|ns_\w{1,9})\s{0,9}\(/iy],
  ["pgcrypto", /\b(?:gen_random_bytes|gen_salt|crypt|digest|hmac)\s{0,9}\(/iy],
  [
    "citext",
    /\bcitext\b(?=\s{0,9}(?:[,)]|not\b|null\b|unique\b|primary\b|default\b|check\b|references\b|collate\b))/iy,
  ],
];
const any = /uuid_|gen_random_bytes|gen_salt|crypt|digest|hmac|citext/i;

/**
 * Asks for the extension of a statement's functions and types that nothing before has created. Tools such as TypeORM create it by
 * themselves, so that a migration pasted from them leaves it out.
 */
export function tellMissingExtension(catalog: Catalog, from: number, to: number): void {
  const { sql, isOwnText } = catalog.source;
  if (!any.test(sql.slice(from, to))) return;
  for (const [extension, words] of brings) {
    if (catalog.extensions.has(extension)) continue;
    const uses = usesIn(sql, from, to, words);
    const [first] = uses;
    if (first === undefined) continue;
    catalog.extensions.add(extension); // asked once
    const name = sql.slice(first.from, first.to).replace(/\s*\($/, "()");
    const create = `create extension if not exists "${extension}";`;
    const add: Fix = { label: `Add ${create}`, edits: [{ document: "schema", from: 0, to: 0, insert: `${create}\n` }] };
    const message = `PostgreSQL has ${name} only with the extension ${extension}, which nothing here creates. Begin with ${create}${extension === "uuid-ossp" ? " Or write gen_random_uuid(), which is always there." : ""}`;
    catalog.tell({
      severity: isOwnText ? "question" : "error",
      rule: "missing-extension",
      message,
      ...first,
      fixes: isOwnText ? [add, ...withoutIt(sql)] : [],
      stopsRun: true,
    });
  }
}

/** Random UUIDs need no extension; what else a text may ask of it does. */
function withoutIt(sql: string): Fix[] {
  const edits = usesIn(sql, 0, sql.length, /\b(?:public\.)?uuid_generate_v[14]\s{0,9}\(\s{0,9}\)/iy).map((use) => ({
    document: "schema" as const,
    ...use,
    insert: "gen_random_uuid()",
  }));
  return edits.length === 0 ? [] : [{ label: "Write gen_random_uuid()", edits }];
}

/** Where a word stands outside of texts, quoted names and comments. */
function usesIn(sql: string, from: number, to: number, word: RegExp): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from; at < to;) {
    const next = afterQuoted(sql, at);
    if (next > at) {
      at = next;
      continue;
    }
    word.lastIndex = at;
    const hit = word.exec(sql)?.[0];
    if (hit !== undefined) found.push({ from: at, to: at + hit.length });
    at += hit?.length ?? 1;
  }
  return found;
}
