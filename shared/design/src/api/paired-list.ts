import { type Entry, readYaml } from "../text/yaml.ts";
import { listedIn } from "./listed-items.ts";
import { type Part, partNamed } from "./part-words.ts";
import { methodIn } from "./sketch/endpoint-line.ts";
import { withPairs } from "./sketch/paired-lines.ts";

const says = (entries: Entry[], part: Part): boolean => entries.some(({ key }) => partNamed(key) === part);

const item = /^[ \t]{0,40}(?:-[ \t]{1,9})?["']?[\p{L}_-]{2,20}["']?[ \t]{0,9}:/mu;

/**
 * Whether a text is YAML that lists endpoints with a method and a path each, below whatever key: on lines of their own both stand in
 * a README too, which is none.
 */
export function isPairedList(text: string): boolean {
  if (!item.test(text) || withPairs(text) === text) return false;
  if (text.split("\n").some((line) => methodIn(line) !== null)) return false;
  const read = readYaml(text, () => {});
  const items = read === null ? null : listedIn(read.root);
  // Of a list in a README each line is an item by itself.
  return items !== null && items.every(({ entries }) => says(entries, "method") && says(entries, "path"));
}
