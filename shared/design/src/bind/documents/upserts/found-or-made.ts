import type { Call } from "../../ways/told/statement/call-chain.ts";
import { byOf, labelled, partsOf, setsIn, type Upsert } from "./passed.ts";

/** `{ where: { code }, defaults: { url } }`, `code=code, defaults={…}`, `code: code`, `['code' => $code], [...]`. */
export function keyPassed(passed: string): string {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(passed)?.[1] ?? passed;
  const where = labelled(inner, /(?<!\w)where\s?:/);
  if (where !== null) return where;
  const parts = partsOf(passed);
  return parts[0]?.startsWith("[") === true ? parts[0] : withoutDefaults(parts).join(", ");
}

const withoutDefaults = (parts: string[]): string[] => parts.filter((one) => !/^(?:create_)?defaults\s?[=:]/.test(one));

/** `['code' => $code], ['url' => $url]`, `code=code, defaults={"url": url}`. */
export function updatedOrMade(passed: string): Upsert {
  const defaults = labelled(passed, /(?<!\w)defaults\s?=/);
  if (defaults === null) {
    const [by, sets = ""] = partsOf(passed);
    return { by: byOf(by), sets: setsIn(sets) };
  }
  return { by: byOf(withoutDefaults(partsOf(passed)).join(", ")), sets: setsIn(defaults) };
}

/** `find_or_initialize_by(code: code)` and `firstOrNew(['code' => $code])`, behind which the row is changed whether or not it is new. */
export function foundOrBegun(passed: string, next: readonly Call[], behind: string): Upsert | null {
  if (/new_record\?|persisted\?|->exists\b|wasRecentlyCreated/.test(behind)) return null;
  const changes = /^(?:update|fill|assign_attributes)$/;
  const set =
    next.find(({ name }) => changes.test(name))?.passed ??
    /^[^]{0,200}?(?:\.|->)(?:update|fill|assign_attributes)!?\(([^()]{1,200})/.exec(behind)?.[1];
  const assigned = [...behind.matchAll(/(?:\.|->)(\w{1,60})\s?=(?![=>~])/g)].map(([, one = ""]) => one);
  return { by: byOf(partsOf(passed)[0]), sets: set === undefined ? assigned : setsIn(set) };
}

/** `findOneAndUpdate({ code }, { $set: { url } }, { upsert: true })`. */
export function updatedOne(passed: string): Upsert | null {
  const [by, sets = "", options = ""] = partsOf(passed);
  if (!/\bupsert["']?\s?[:=]\s?true/i.test(options)) return null;
  return { by: byOf(by), sets: setsIn(labelled(sets, /\$set["']?\s?:/) ?? (sets.includes("$set") ? "" : sets)) };
}
