import type { Call } from "../../ways/told/statement/call-chain.ts";
import { byOf, labelled, setsIn, type Upsert } from "./passed.ts";

/** `{ target: links.code, set: { url } }`, `index_elements=[Link.code], set_={"url": url}`; what is its own value again takes nothing over. */
export function onConflictDoUpdate(passed: string): Upsert | null {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(passed)?.[1] ?? passed;
  const target = labelled(inner, /(?<!\w)(?:target|index_elements)\s?[:=]/);
  const constraint = labelled(inner, /(?<!\w)constraint\s?=/);
  const sets = labelled(inner, /(?<!\w)set_?\s?[:=]/);
  if (sets === null || /(?<![\w.])(?:set|target)?where\s?[:=]/i.test(inner)) return null;
  const own = /^\[?\s?(\w{1,60})\./.exec(target ?? "")?.[1];
  const written =
    own === undefined
      ? sets
      : sets.replaceAll(new RegExp(`\\w{1,60}["']?\\s?:\\s?${own}\\.\\w{1,60}\\s?(?=[,}])`, "g"), "");
  return { by: constraint === null ? byOf(target) : ofConstraint(constraint), sets: setsIn(written) };
}

/** `links_code_key`, `uq_links_code`: the words of which one may be the column. */
const ofConstraint = (name: string): Upsert["by"] => {
  const words = name
    .replaceAll(/["']/g, "")
    .replace(/^(?:uq|ux|uk|unique|idx|ix)_|_(?:key|unique|uq|uk|idx|index)$/g, "")
    .split("_");
  return words.slice(-1);
};

/** `onConflict('code').merge()`, `onConflict((oc) => oc.column('code').doUpdateSet({ url }))`. */
export function onConflict(passed: string, next: readonly Call[]): Upsert | null {
  const set = /\.\s?doUpdateSet\(([^()]{1,300})/.exec(passed)?.[1];
  if (next.some(({ name }) => /^where/i.test(name)) || /\.\s?where\(/.test(passed)) return null;
  if (set !== undefined) return { by: byOf(/\.\s?columns?\(([^()]{1,120})/.exec(passed)?.[1]), sets: setsIn(set) };
  const merged = next.find(({ name }) => name === "merge")?.passed;
  return merged === undefined ? null : { by: byOf(passed), sets: merged.trim() === "" ? "all" : setsIn(merged) };
}

/** `clause.OnConflict{Columns: []clause.Column{{Name: "code"}}, DoUpdates: clause.AssignmentColumns([]string{"url"})}`. */
export function clauseOf(passed: string): Upsert | null {
  if (!/\bOnConflict\s?\{/.test(passed) || /\bDoNothing\b|\bWhere\s?:/.test(passed)) return null;
  const by = [...passed.matchAll(/\bName:\s?["'](\w{1,60})/g)].map(([, one = ""]) => one);
  const sets = /\bDoUpdates\s?:(.*)/s.exec(passed)?.[1];
  const named = [...(sets ?? "").matchAll(/["'](\w{1,60})["']/g)].map(([, one = ""]) => one);
  return { by: by.length === 0 ? "key" : by, sets: sets === undefined ? "all" : named };
}
