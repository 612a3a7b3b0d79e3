import { methods, otherMethods } from "../methods.ts";

const method = [...methods, ...otherMethods].join("|");
/** A method, its path and what stands behind. */
const start = new RegExp(
  `^([ \\t]{0,20}(?:[-*+•▸▪◦‣●○→–][ \\t]{1,9}|\\d{1,3}[.)][ \\t]{1,9})?[\`*_~]{0,3})(${method})[\`*_]{0,3}[ \\t]{1,9}[\`*_]{0,3}(?=((?:\\{[^{}\\s,:;]{1,60}\\}|:[a-z]\\w{0,60}|<[^<>\\s,:;]{1,60}>)(?:/[^\\s\`*]{0,300})?)[\`*_]{0,3}[ \\t]([^\\n]{0,600}))`,
  "iu",
);
const answered = /^[^\n]{0,600}(?:->|=>|[→⇒⟶➜])[ \t`*_]{0,9}[2-5]\d\d(?!\d)/;
/** `POST {url} -> 201` has its body there, and no path. */
const isBodyAlone = (verb: string, path: string, rest: string): boolean =>
  /^P/i.test(verb) && /^\{[^{}]*\}$/.test(path) && !/^[ \t]{0,9}[{[(]/.test(rest);

/** `GET {code} -> 302`, `PUT :code {url} -> 200`: a path without its first slash that begins with a parameter, where a status shows that it is one. */
export function parameterFirst(line: string): { at: number; length: number; method: string; pathAt: number } | null {
  const [whole = "", before = "", verb = "", path = "", rest = ""] = start.exec(line) ?? [];
  if (whole === "" || !answered.test(rest) || isBodyAlone(verb, path, rest)) return null;
  return { at: before.length, length: verb.length, method: verb.toUpperCase(), pathAt: whole.length };
}

/** `GET {code}`: the same of what is asked for with nothing sent, where it stands alone on its line. */
export function parameterAlone(line: string): ReturnType<typeof parameterFirst> {
  if (line.length > longestAlone) return null;
  const [whole = "", before = "", verb = ""] = alone.exec(line) ?? [];
  return whole === "" ? null : { at: before.length, length: verb.length, method: verb, pathAt: whole.length };
}

const longestAlone = 120;
const alone =
  /^([ \t]{0,20}(?:[-*+•][ \t]{1,9}|\d{1,3}[.)][ \t]{1,9})?[`*_]{0,3})(GET|DELETE)[`*_]{0,3}[ \t]{1,9}[`*_]{0,3}(?=(?:\{[^{}\s,:;]{1,60}\}|:[a-z]\w{0,60}|<[^<>\s,:;]{1,60}>)[`*_]{0,3}[ \t]{0,9}$)/;
