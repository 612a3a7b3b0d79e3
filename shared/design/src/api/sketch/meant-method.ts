import type { Fix } from "@proofroom/domain/design/finding";
import { withoutLookalikes } from "../../text/lookalikes.ts";
import { nearest } from "../../text/nearest.ts";
import { methods } from "../methods.ts";
import { lead } from "./endpoint-line.ts";

interface Meant {
  at: number;
  /** As it is written. */
  word: string;
  method: string;
  pathAt: number;
}

const start = new RegExp(`^(${lead})(\\p{L}{2,9})[\`*_]*[ \\t]*[|:]?[ \\t]+[\`*_]*(?=/[\\p{L}\\p{N}_{:<])`, "u");

/** What people call what a method does. */
const verbs: Record<string, string> = {
  CREATE: "POST",
  ADD: "POST",
  INSERT: "POST",
  UPDATE: "PATCH",
  EDIT: "PATCH",
  MODIFY: "PATCH",
  REMOVE: "DELETE",
  DEL: "DELETE",
  READ: "GET",
  FETCH: "GET",
  LIST: "GET",
  SET: "PUT",
};

/** The method that a line means whose first word is none: `PSOT /links`, `UPDATE /links/{id}`; null where it is prose. */
export function meantMethod(line: string): Meant | null {
  // Most lines of a long text have none, and are not looked at any further.
  if (!line.includes("/")) return null;
  const [whole = "", before = "", word = ""] = start.exec(line) ?? [];
  if (whole === "") return null;
  const plain = withoutLookalikes(word).toUpperCase();
  const isShouted = word === word.toUpperCase();
  const isEndpoint = isShouted || /[{→⇒]|[-=]>/.test(line.slice(whole.length));
  const isForeign = plain !== word.toUpperCase() && methods.has(plain);
  const called = isShouted ? verbs[plain] : undefined;
  const method = isForeign ? plain : (called ?? mixedUp(plain) ?? nearest(plain, methods));
  if (method === undefined || plain === "PATH" || !isEndpoint || (methods.has(plain) && !isForeign)) return null;
  return { at: before.length, word, method, pathAt: whole.length };
}

/** Such a line is read as what it means, so that nothing else is told of it. */
export function sayMethod({ word, method }: Meant, from: number): { message: string; fixes: Fix[] } {
  const isForeign = withoutLookalikes(word) !== word;
  const message = isForeign
    ? `${word} has letters of another alphabet that only look like ${method}; write ${method}.`
    : `${word} is no HTTP method; ${method} was probably meant.`;
  const edits = [{ document: "api" as const, from, to: from + word.length, insert: method }];
  return { message, fixes: [{ label: `Write ${method}`, edits }] };
}

const sorted = (word: string): string => word.split("").toSorted().join("");
const mixedUp = (word: string): string | undefined => [...methods].find((one) => sorted(one) === sorted(word));
