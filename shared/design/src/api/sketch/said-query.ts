import { partNamed } from "../part-words.ts";
import type { Draft } from "./draft.ts";

type Query = Draft["query"];

const said =
  /(?<![\w/`])(?:(?:optional|supported)[ \t]+)?query(?:[ \t-](?:string|strings|param|params|parameter|parameters|args|arguments))?[`*_]*(?:[ \t]*[:–—-]|(?=[ \t]+`))[*_ \t]*/gi;
const name =
  /[ \t]*`?\??([A-Za-z_][\w.[\]-]{0,60})`?\??`?(?:[ \t]*=[ \t]*([\w.-]+))?`?(?:[ \t]*(?::[ \t]*[\w.-]+|\(([^()\n]{0,120})\)))?`?/y;
const between = /[ \t]*(?:,[ \t]*(?:and|or)?|&|\||\band\b|\bor\b|;)/y;
const inAddress = /`\?([\w.[\]-]+(?:=[^\s&`]*)?(?:&[\w.[\]-]+(?:=[^\s&`]*)?)*)`/g;

/** ``Query: `owner`, `cursor`, `limit` (default 20)`` or `` `?cursor=…&limit=20` `` in a line of prose. */
export function saidQuery(text: string, from: number): Query {
  const listed = [...text.matchAll(said)].flatMap(({ index, 0: lead }) => namesFrom(text, index + lead.length, from));
  const shown = [...text.matchAll(inAddress)].flatMap(({ index, 1: parts = "" }) => {
    let at = index + 2;
    return parts.split("&").map((part) => {
      const [word = "", value] = part.split("=", 2);
      const span = { from: from + at, to: from + at + word.length };
      at += part.length + 1;
      return { name: word, span, ...plainDefault(value) };
    });
  });
  return [...listed, ...shown];
}

/** The parameters in a cell of a table that holds nothing else. */
export const queryNamed = (text: string, from: number): Query => namesFrom(text, 0, from);

/** Whether a line announces parameters of the query that the list below it names. */
export const announcesQuery = (text: string): boolean =>
  /^[\s>*_#`-]*(?:(?:optional|supported)\s+)?query(?:[ -](?:string|param|params|parameter|parameters|args|arguments))?\s*:?[\s*_`]*:?[\s*_]*$/i.test(
    text,
  );

/** A parameter in an item of the list, or in a row of the table, below such a line. */
export function listedQuery(text: string, from: number): Query {
  const [, indent = "", key = ""] = /^([ \t]{2,40})([\p{L}_][\w-]{0,60})\??[ \t]*:/u.exec(text) ?? [];
  if (indent !== "" && partNamed(key) === null) return namesFrom(`${indent}${key}`, indent.length, from);
  const [lead = ""] = /^[ \t]*(?:[-*+•]|\|)[ \t]+(?=[`*_A-Za-z])[*_]*(?!(?:name|param|parameter)\b)/i.exec(text) ?? [];
  return lead === "" ? [] : namesFrom(text, lead.length, from).slice(0, 1);
}

/** Names with a comma between them; of words that are more than one name, none. */
function namesFrom(text: string, at: number, from: number): Query {
  const found: Query = [];
  for (let next = at; ;) {
    name.lastIndex = next;
    const [whole = "", word = "", value, aside = ""] = name.exec(text) ?? [];
    if (word === "") return found;
    const starts = text.indexOf(word, next);
    const isMarked = /^\??[`=]/.test(text.slice(starts + word.length));
    next += whole.length;
    between.lastIndex = next;
    const [separator = ""] = between.exec(text) ?? [];
    const isAlone = separator !== "" || /^[\s*_|]*(?:$|[.)–—:-]|\|)/.test(text.slice(next, next + 8));
    if (!isMarked && !isAlone) return found;
    const standard = value ?? /\bdefaults?(?: is| to|:|=)?\s*`?([\w-]+)/i.exec(aside)?.[1];
    found.push({
      name: word,
      span: { from: from + starts, to: from + starts + word.length },
      ...plainDefault(standard),
    });
    if (separator === "" || found.length >= mostNames) return found;
    next += separator.length;
  }
}

const mostNames = 20;

const plainDefault = (value: string | undefined): { default?: string } =>
  value !== undefined && /^(?!\.+$)[\w.-]+$/.test(value) ? { default: value } : {};
