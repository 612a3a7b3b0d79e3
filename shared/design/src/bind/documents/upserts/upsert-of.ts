import type { Call } from "../../ways/told/statement/call-chain.ts";
import { foundOrBegun, keyPassed, updatedOne, updatedOrMade } from "./found-or-made.ts";
import { clauseOf, onConflict, onConflictDoUpdate } from "./on-conflict.ts";
import { byOf, labelled, partsOf, setsIn, type Upsert } from "./passed.ts";

/** What stands around a call. */
export interface Around {
  /** The calls that come behind it in its chain. */
  next: readonly Call[];
  /** What stands before its bracket: `session.merge`. */
  head: string;
  /** What stands behind the chain. */
  behind: string;
  /** Whether `save` writes a row over whose key is there. */
  isMerging: boolean;
}

/** What a call does about a row that is there, as people's frameworks have it; null where it leaves that row as it is, or may. */
export function upsertOf({ name, passed }: Call, { next, head, behind, isMerging }: Around): Upsert | null {
  switch (name.replaceAll("_", "").toLowerCase()) {
    case "upsert":
    case "upsertall":
      return upsertWith(passed);
    case "updateorcreate":
    case "aupdateorcreate":
    case "updateorinsert":
      return updatedOrMade(passed);
    case "onconflictdoupdate":
      return onConflictDoUpdate(passed);
    case "onconflict":
      return onConflict(passed, next);
    case "onduplicatekeyupdate":
      return { by: "any", sets: setsIn(labelled(passed, /(?<!\w)set\s?:/) ?? passed) };
    case "clauses":
      return clauseOf(passed);
    case "findorinitializeby":
    case "firstornew":
      return foundOrBegun(passed, next, behind);
    case "getorcreate":
    case "agetorcreate":
    case "findorcreate":
    case "findorcreateby":
    case "firstorcreate":
      return /\b(?:is_?)?(?:created|new)\b|wasRecentlyCreated|previously_new|persisted/i.test(behind)
        ? null
        : { by: byOf(keyPassed(passed)), sets: [] };
    case "findoneandupdate":
    case "updateone":
    case "replaceone":
      return updatedOne(passed);
    case "merge":
      return isSession.test(head) && partsOf(passed).length > 0 ? { by: "key", sets: "all" } : null;
    case "save":
    case "saveandflush":
      return isMerging && partsOf(passed).length > 0 ? { by: "key", sets: "all" } : null;
    default:
      return null;
  }
}

const isSession = /(?:session|(?<!\w)(?:db|em)|entity_?manager)(?:\.merge)?$/i;

/** `{ where: { code }, update: { url } }`, `[[…]], ['code'], ['url']`, `{ code, url }, ["code"]`, `{ … }, unique_by: :code`, `{ code, url }`. */
function upsertWith(passed: string): Upsert | null {
  const inner = /^\s*\{(.*)\}\s*$/s.exec(passed)?.[1] ?? passed;
  const [where, update] = [labelled(inner, /(?<!\w)where\s?:/), labelled(inner, /(?<!\w)update\s?:/)];
  if (where !== null) return update === null ? null : { by: byOf(where), sets: setsIn(update) };
  if (/ignore_?duplicates['"]?\s?[:=]\s?true|on_duplicate:\s?:skip/i.test(passed)) return null;
  const target = labelled(
    passed,
    /(?<!\w)(?:unique_by|conflict_?paths|on_?conflict(?:_?fields)?|conflict_?fields)["']?\s?[:=]/i,
  );
  const only = labelled(passed, /(?<!\w)(?:update_only|fields|on_?conflict_?merge_?fields)["']?\s?[:=]/i);
  if (target !== null) return { by: byOf(target), sets: only === null ? "all" : setsIn(only) };
  const [, by, sets] = partsOf(passed);
  if (by?.startsWith("[") === true) return { by: byOf(by), sets: sets === undefined ? "all" : setsIn(sets) };
  // A hash without braces has its primary key.
  return { by: /^\s*\w+:/.test(passed) ? "key" : "any", sets: "all" };
}
