import { methodIn } from "./endpoint-line.ts";

const mark = /^[ \t]*(?:#|\/\/|--)/;

/**
 * A table of routes as it stands at the head of a source file, each line behind `#`, `//` or `--`, without these marks and
 * every other sign where it was; a text that says an endpoint in any other line is as it is, since what is commented out
 * there is not meant.
 */
export function uncommented(document: string): string {
  const text = document.replace(/^\ufeff/, " ");
  const lines = text.split("\n");
  if (lines.some((line) => methodIn(line) !== null)) return text;
  const bare = lines.map((line) => line.replace(mark, (found) => " ".repeat(found.length)));
  return bare.some((line) => methodIn(line) !== null) ? bare.join("\n") : text;
}
