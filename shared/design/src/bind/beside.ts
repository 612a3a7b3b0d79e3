import { methodIn } from "../api/sketch/endpoint-line.ts";
import { meantMethod } from "../api/sketch/meant-method.ts";
import { uncommented } from "../api/sketch/uncommented.ts";

/** More than anybody writes about one endpoint. */
const most = { lines: 60, above: 8, characters: 4_000 };

/** What is written about the endpoint at a line: the comment right above it, and what stands below up to the next endpoint. */
export function besideOf(text: string): (line: number) => string {
  const lines = uncommented(text).split("\n");
  const says = lines.map(isEndpoint);
  return (line) => {
    let from = line - 1;
    const isAbove = (at: number, endpoint: number): boolean =>
      isComment(lines[at] ?? "") && indentOf(lines[at]) <= indentOf(lines[endpoint]);
    while (from > 0 && line - from <= most.above && isAbove(from - 1, line - 1)) from--;
    let to = line;
    while (to < lines.length && to - line < most.lines && says[to] === false) to++;
    // What stands right above the next endpoint is about that one, unless it stands further in.
    const next = to;
    while (to > line && next < lines.length && isAbove(to - 1, next)) to--;
    const own = lines.slice(from, to).map((one) => one.replace(/^\s*(?:#+|\/\/|--|[>*-])\s?/, ""));
    return own.join(" ").slice(0, most.characters);
  };
}

const indentOf = (line = ""): number => line.search(/\S|$/);

const isComment = (line: string): boolean => /^\s*(?:#|\/\/|--)/.test(line);

const isEndpoint = (line: string): boolean =>
  methodIn(line) !== null ||
  meantMethod(line) !== null ||
  /^\s*["']?(?:get|post|put|patch|delete|\/\S*)["']?\s*:/.test(line);
