import type { Table } from "@proofroom/domain/design/model";
import { stems } from "../../../names.ts";

/** A call in a chain of them, as people's frameworks have it, with what is passed to it. */
export interface Call {
  name: string;
  passed: string;
}

/** A name, and the calls one after the other that begin with it: `db.Seats.Where(…)\n.ExecuteUpdate(…)`, `Link::where(…)->get()`. */
export interface Chain {
  /** What stands before the first bracket. */
  path: string[];
  calls: Call[];
  /** Where it begins, and where it is over. */
  from: number;
  to: number;
}

/** Calls that only begin with what is asked, or stand between. */
const longestChain = 12;
const longestCall = 600;

const heads = /(?<![\w.$>:])[A-Za-z_$][\w.$]{0,60}(?=\s{0,20}(?:!?\(|\.|\?\.|->|::))/g;

/** The chains of a text, also those within what is passed to another. */
export const chainsIn = (text: string): Chain[] =>
  [...text.matchAll(heads)].flatMap(({ index, 0: name }) => {
    const chain = chainFrom(text, index + name.length, name);
    return chain.calls.length === 0 ? [] : [chain];
  });

/** The calls that begin behind a name, or go on from it. */
export const chainAt = (text: string, from: number, head: string): Call[] => chainFrom(text, from, head).calls;

function chainFrom(text: string, from: number, head: string): Chain {
  const path = head.split(".");
  const calls: Call[] = [];
  let at = from;
  let name = path.at(-1) ?? "";
  while (calls.length < longestChain) {
    const open = /^!?\s{0,20}\(/.exec(text.slice(at, at + 24))?.[0];
    if (open !== undefined) {
      const end = closing(text, at + open.length);
      if (end === -1) break;
      calls.push({ name, passed: text.slice(at + open.length, end) });
      at = end + 1;
    }
    const next = /^\s{0,40}(?:\?\.|\.|\?->|->|::)\s{0,4}(\w{1,40})/.exec(text.slice(at, at + 90));
    if (next === null || (open === undefined && calls.length > 0)) break;
    name = next[1] ?? "";
    if (calls.length === 0) path.push(name);
    at += next[0].length;
  }
  return { path, calls, from: from - head.length, to: at };
}

/** Where the bracket that is open before a place is closed; -1 where that is too far. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestCall); at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Whether a word of code is a table's name, in the singular or not: `Seat`, `seats`, `ShortLink` of `short_links`. */
export const isTable = (word: string, { name }: Table): boolean => {
  const said = stems(word.slice(0, 80)).join("");
  const own = stems(name);
  return said !== "" && (said === own.join("") || said === own.at(-1));
};

/** `prisma.link`, `this.linkRepository`, `insert(links)`, `knex('links')`, `session.merge(Link(…))`, `Create(&link)`. */
export const isChainOf = ({ path, calls }: Chain, table: Table): boolean =>
  path.some((word) => isTable(word.replace(wrapping, ""), table)) ||
  calls.some(({ passed }) => isTable(/^\s*(?:new\s)?["'`&]?(\w{1,60})/.exec(passed)?.[1] ?? "", table));

const wrapping = /(?:repository|repo|dao|mapper|model|collection)$/i;
