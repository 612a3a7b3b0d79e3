/** What a call finds the row by that is there, and what it writes over in it. */
export interface Upsert {
  /** "any" value that the database keeps unique, or the primary "key". */
  by: string[] | "any" | "key";
  sets: string[] | "all";
}

/** What is passed to a call, parted by the commas that stand in no brackets of any kind. */
export function partsOf(passed: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of passed) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((one) => one.trim()).filter((one) => one !== "");
}

/** What stands behind a label among what is passed, up to the next comma; null where there is no such label. */
export function labelled(passed: string, label: RegExp): string | null {
  const found = label.exec(passed);
  return found === null ? null : (partsOf(passed.slice(found.index + found[0].length))[0] ?? "");
}

/** The names in `{ code, url: url }`, `["code"]`, `['url' => $url]`, `code=code`, `Link.code` and `dict(url=url)`; "all" where it is something that is passed on whole. */
export function keysIn(written: string): string[] | "all" {
  const inner = /^(?:dict\s?)?[([{](.*)[)\]}]$/s.exec(written.trim())?.[1] ?? written;
  const parts = partsOf(inner);
  if (parts.some((one) => one.startsWith("...") || one.startsWith("**"))) return "all";
  return parts.flatMap((one) => /^["'`:[]{0,3}(?:\w{1,60}\.)?(\w{1,60})/.exec(one)?.[1] ?? []);
}

/** The columns by which a row is there; any where it names none. */
export const byOf = (written: string | null | undefined): Upsert["by"] => {
  const keys = keysIn(written ?? "");
  return keys === "all" || keys.length === 0 ? "any" : keys;
};

/** A name of its own, `update: data`, passes on whatever is sent. */
export const setsIn = (written: string): Upsert["sets"] => (/^\$?\w+$/.test(written) ? "all" : keysIn(written));
