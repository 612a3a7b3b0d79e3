import { methodIn } from "../../api/sketch/endpoint-line.ts";
import { meantMethod } from "../../api/sketch/meant-method.ts";
import { uncommented } from "../../api/sketch/uncommented.ts";

/** More than anybody writes about one endpoint. */
const most = { lines: 60, above: 8, repeats: 3, characters: 4_000 };

/**
 * What is written about the endpoint at a line: the comment right above it, and what stands below up to the next endpoint; where a
 * transcript sends the very same again, also what comes of that.
 */
export function besideOf(text: string): (line: number) => string {
  const lines = uncommented(text).split("\n");
  const says = lines.map(isEndpoint);
  const alike = Map.groupBy(
    says.flatMap((is, at) => (is ? [at] : [])),
    (at) => (lines[at] ?? "").trim(),
  );
  return (line) => {
    const own = blockAt(line);
    const later = (alike.get((lines[line - 1] ?? "").trim()) ?? []).filter((at) => at >= line).slice(0, most.repeats);
    const again = later
      .map((at) => blockAt(at + 1))
      .filter((one) => requestIn(one) !== undefined && requestIn(one) === requestIn(own));
    return [flat(own), ...again.map((one) => `The same again: ${flat(one)}`)].join("\n\n").slice(0, most.characters);
  };

  function blockAt(line: number): string[] {
    let from = line - 1;
    const isAbove = (at: number, endpoint: number): boolean =>
      isComment(lines[at] ?? "") && indentOf(lines[at]) <= indentOf(lines[endpoint]);
    while (from > 0 && line - from <= most.above && isAbove(from - 1, line - 1)) from--;
    let to = line;
    while (to < lines.length && to - line < most.lines && says[to] === false) to++;
    // What stands right above the next endpoint is about that one, unless it stands further in.
    const next = to;
    while (to > line && next < lines.length && isAbove(to - 1, next)) to--;
    return lines.slice(from, to);
  }
}

const flat = (block: string[]): string =>
  block
    .map((one) => one.replace(/^\s*(?:#+|\/\/|--|[>*-])\s?/, ""))
    .join(" ")
    .slice(0, most.characters);

/** What is sent, as a transcript shows it before the answer; undefined where no answer is shown by its line of status. */
function requestIn(block: string[]): string | undefined {
  const sent = block.filter((one) => !isComment(one));
  const at = sent.findIndex((one) => /^\s*<?\s*HTTP\/\d/.test(one));
  return at <= 0
    ? undefined
    : sent
        .slice(0, at)
        .map((one) => one.trim())
        .join("\n");
}

const indentOf = (line = ""): number => line.search(/\S|$/);

const isComment = (line: string): boolean => /^\s*(?:#|\/\/|--)/.test(line);

const isEndpoint = (line: string): boolean =>
  methodIn(line) !== null ||
  meantMethod(line) !== null ||
  /^\s*["']?(?:get|post|put|patch|delete|\/\S*)["']?\s*:/.test(line);
