import type { Tell } from "../../text/report.ts";
import { methods, otherMethods } from "../methods.ts";
import { readAnswers } from "./answers.ts";
import { commandIn, host } from "./command.ts";
import { takeColumn } from "./columns-of-fields.ts";
import type { Draft } from "./draft.ts";
import { takeHeaderMarks } from "./header-marks.ts";
import { fieldsIn } from "./listed-fields.ts";
import { parameterAlone, parameterFirst } from "./parameter-first.ts";
import { takeProseBody } from "./prose-fields.ts";
import { type Scanner, skip, stands, take } from "./scanner.ts";
import { readShape, tellSurplus } from "./shape.ts";
import { noUnit, statusNumber } from "./status-number.ts";

const method = [...methods, ...otherMethods].join("|");
/** What may stand before a method: a list's mark, a number, a word with a colon, a name in a column of its own. */
export const lead =
  "[ \\t]*(?:>[ \\t]*)?(?:#{2,6}[ \\t]+)?(?:[-*+•▸▪◦‣●○→–][ \\t]+)?(?:\\d+[.)][ \\t]+)?(?:\\|[ \\t]*(?:#?\\d{1,3}[.)]?[ \\t]*\\|[ \\t]*)?)?(?:[*_]{0,3}\\w[\\w (),-]{0,40}[*_]{0,3}(?::[*_]{0,3}|\\.[*_]{1,3}| [–—-])[ \\t]+|\\w{2,40}(?:\\t|[ \\t]{2})[ \\t]*)?[`*_~]*";
const start = new RegExp(`^(${lead}\\[?)(${method})[\`*_\\]]*[ \\t]*[|:]?[ \\t]+[\`*_]*(?=/|https?://)`, "i");

const mark = "[ \\t]*(?:>[ \\t]*)?(?:[-*+•▸▪◦‣●○→–][ \\t]+|\\d{1,3}[.)][ \\t]+)?";
const emphasis = "(?:\\*{1,3}|_{1,2})";
const target = `(${method})[\`*_]{0,3}[ \\t]+\`?(?=/|https?://)`;
/** `**1. Réserver** \`POST /holds\``: behind whatever it is called, in letters that stand out. */
const named = new RegExp(
  `^(${mark}${emphasis}[^*_\\n\`|/]{1,80}${emphasis}[ \\t]{0,9}(?:[:–—-][ \\t]{0,9})?\\(?\`?)${target}`,
  "i",
);
/** `### Réserver \`POST /holds\``: behind the words of a heading that has nothing else. */
const headed = new RegExp(
  `^([ \\t]*#{1,6}[ \\t]+[^\\n\`|/]{1,80}(?:[:–—(-][ \\t]{0,9}\`?|\`))${target}(?=[^\\s\`]{1,200}(?![^\\s\`])[\`)*_]{0,3}[ \\t]{0,9}(?:[{[(]|-{1,4}>|={1,4}>|[→⇒⟶➜]|$))`,
  "i",
);

/** `POST seats/:id/hold -> 201`: a path without its first slash, where an arrow or a parameter shows that it is one. */
const slashless = new RegExp(
  `^([ \\t]*(?:[-*+•▸▪◦‣●○→–][ \\t]+|\\d+[.)][ \\t]+)?[\`*_~]*)(${method})[ \\t]+\`?(?=([a-z][\\w-]*(?:(?:/[\\w:{}<>.-]+)+(?=\`?(?:[?,:]|[ \\t]|$))|(?=\`?[ \\t]*(?:[{[(?]|->|=>|→)))))`,
);
/** `GET api/v1/shortUrl` with nothing but words: a version or `api` begins a path, and so does a method with a path alone on its line. */
const plainPath = /^(?:(?:api|rest)(?=\/)|v\d{1,3}(?=\/))|^[\w-]{1,60}(?:\/[\w-]{1,60}){1,8}[ \t`*_:]{0,4}$/;
const pointing = /->|=>|→|⇒|⟶|➜/;

/** Where the method stands in a line that sketches an endpoint, or in a command with the lines in which it goes on; null in every other. */
export function methodIn(line: string): { at: number; length: number; method: string; pathAt: number } | null {
  // Every endpoint has one of them, and most lines of a long text have none.
  const isPointing = pointing.test(line);
  if (!line.includes("/") && !isPointing) return parameterAlone(line);
  const [whole = "", before = "", name = ""] = start.exec(line) ?? named.exec(line) ?? headed.exec(line) ?? [];
  if (whole !== "") return { at: before.length, length: name.length, method: name.toUpperCase(), pathAt: whole.length };
  const [without = "", ahead = "", verb = "", path = ""] = slashless.exec(line) ?? [];
  if (without !== "" && (isPointing || /\/[:{<]/.test(path) || plainPath.test(line.slice(without.length))))
    return { at: ahead.length, length: verb.length, method: verb, pathAt: without.length };
  return (isPointing ? parameterFirst(line) : null) ?? commandIn(line);
}

/** How an arrow is typed. */
export const arrowSigns = "-{1,4}>|={1,4}>|→|⇒|⟶|➜";

/** An arrow, or what else stands between a path and a status. */
const behindPath =
  /(?:[,:|–—-]{1,3}\s{0,9}[`*]{0,2}|\b(?:returns?|responds?(?: with)?|response:?|resp:|res:|answers?|redirects?(?: with)?)\s{1,9}`?)(?=[2-5]\d\d(?![\w%]|\.\d))|(?<!\p{L})(?:returns?|response:?|answers?(?: with)?|gives?(?: back)?|replies(?: with)?|yields?|on success,?|antwortet mit|liefert|devuelve|responde(?: con| com)?|renvoie|répond|retorna|devolve|restituisce)\s{1,9}`?(?=\{)/iuy;
/** `body {card}, 200 {id}, 402`, `header X-Key. 200 \`{id}\``, `DELETE /holds/:id   204`: a status without any arrow. */
const bareStatus =
  /(?:(?<=[,;.][\])`]?\s{1,9})|(?<=\s{2}))[2-5]\d\d(?=\s{0,9}(?:(?:with\s{1,9}|mit\s{1,9}|avec\s{1,9}|con\s{1,9}|com\s{1,9}|met\s{1,9})?`?[{[]|[,;|/\n]|$|[2-5]\d\d\b))/y;
/** `GET /{code}   301 Location: url`: in a column of its own, with words behind it. */
const statusInWords = new RegExp(`(?<=\\s{2})${statusNumber}(?=[ \\t]{1,4}${noUnit})`, "iuy");
/** `redirects (302) to the URL`: a status alone in brackets, not a number of what is counted before it. */
const inBrackets =
  /(?<!\b(?:limit|max|maximum|most|to|default|of|length|top|first|last)[ \t]{1,3})\((?=(?:20[0-6]|30[1-478]|4[0-2]\d|50[0-4])\))/iy;
const arrow = new RegExp(arrowSigns, "y");
const mostWords = 200;

/** `POST /links?dry {url: uri} [auth] -> 201 {code} | 409 # comment`, from the path on. */
export function readEndpointLine(scanner: Scanner, given: Pick<Draft, "method" | "methodAt">, tell: Tell): Draft {
  const from = scanner.at;
  // `/{code}->302`: an arrow ends a path as a blank does.
  const target =
    take(scanner, /(?:(?!-{1,4}>|={1,4}>|[→⇒⟶➜])[^\s`*|"']){0,600}(?!-{1,4}>|={1,4}>|[→⇒⟶➜])[^\s`*|:,;."']/y) ?? "";
  // `?cursor=...` leaves its value open.
  take(scanner, /\.{2,3}(?=[\s`]|$)/y);
  const [address = "", query = ""] = target.split("?", 2);
  const path = bracedPath(address);
  const pathAt = { from, to: from + address.length };
  const draft: Draft = {
    ...given,
    path,
    pathAt,
    query: queryOf(query, pathAt.to + 1),
    headers: [],
    summary: "",
    answers: [],
    keys: [],
    span: { from: given.methodAt.from, to: scanner.end },
    isFlow: false,
  };
  for (skip(scanner); scanner.at < scanner.end; skip(scanner)) {
    const at = scanner.at;
    const apart = draft.query.length === 0 ? take(scanner, /\?[\p{L}\p{M}\p{N}_.&=-]+(?=\s|$)/uy) : null;
    if (apart !== null) draft.query = queryOf(apart.slice(1), at + 1);
    else if (takeBodyBetween(scanner, draft, tell)) continue;
    else if (
      [arrow, behindPath, inBrackets].some((lead) => take(scanner, lead) !== null) ||
      stands(scanner, bareStatus) ||
      stands(scanner, statusInWords)
    )
      draft.answers = readAnswers(scanner, tell, draft.headers);
    else if (markIn(scanner, draft) || tellSurplus(scanner, tell)) continue;
    else if (
      takeFields(scanner, draft) ||
      takeBareFields(scanner, draft) ||
      takeProseBody(scanner, draft) ||
      takeColumn(scanner, draft)
    )
      continue;
    else if (/[{[]/.test(scanner.text[at] ?? "")) {
      const schema = readShape(scanner, tell);
      draft.body ??= { schema, span: { from: at, to: scanner.at } };
    } else {
      const words = take(scanner, /[^\s{[\->=→⇒⟶➜]+|-{5,}|={5,}/y);
      if (words === null) scanner.at += 1;
      else if (draft.summary.length < mostWords) draft.summary = `${draft.summary} ${words.slice(0, mostWords)}`.trim();
    }
  }
  const summary = draft.summary.replace(/^[\s`*|:–—-]+|[\s`*|]+$/g, "");
  return { ...draft, summary: onlyLabels.test(summary) ? "" : summary };
}

/** Words that only say what stands behind them, which has been read. */
const onlyLabels =
  /^(?:[\s,;:|()`*–—+&-]|(?:with|and|json|body|headers?|request|req|response|resp|payload|input|query)(?![\p{L}\p{N}]))*$/iu;

/** The arrow before a body behind which another arrow leads to what is answered. */
const towardsBody = new RegExp(
  `(?:${arrowSigns})[\\s\`*]{0,9}(?=\\{(?:(?!${arrowSigns})[^\\n]){0,600}\\}[\\s\`*]{0,9}(?:${arrowSigns}))`,
  "y",
);

/** `POST /links → {"url": "…"} → 201 {"code": "…"}`: what stands between two arrows is sent. */
function takeBodyBetween(scanner: Scanner, draft: Draft, tell: Tell): boolean {
  if (draft.body !== undefined || !/^(?:POST|PUT|PATCH)$/.test(draft.method) || take(scanner, towardsBody) === null)
    return false;
  const from = scanner.at;
  draft.body = { schema: readShape(scanner, tell), span: { from, to: scanner.at } };
  return true;
}

/** `POST /links (url, alias?)`; a word alone in brackets says how it is, as `(public)`. */
function takeFields(scanner: Scanner, draft: Draft): boolean {
  if (draft.body !== undefined || !/^(?:POST|PUT|PATCH)$/.test(draft.method)) return false;
  const from = scanner.at;
  const [, inside = ""] = /^\(([^()\n]{1,200})\)/.exec(scanner.text.slice(from, from + 202)) ?? [];
  const fields = fieldsIn(inside, from + 1);
  if (fields === null || !/[,:?_]/.test(inside)) return false;
  draft.body = fields;
  scanner.at += inside.length + 2;
  return true;
}

const bareField = "[a-z_]\\w{0,60}\\??:[ \\t]{0,4}[a-z][\\w<>|-]{0,40}(?:\\[\\]|\\?)?";
const bareFields = new RegExp(
  `${bareField}(?:[ \\t]{0,4},[ \\t]{0,4}${bareField}){0,20}(?=[ \\t]{0,20}(?:->|=>|→|\\[|\\r?$))`,
  "iy",
);

/** `POST /links url: uri, owner?: string -> 201`: fields with their types, as they would stand in braces. */
function takeBareFields(scanner: Scanner, draft: Draft): boolean {
  if (draft.body !== undefined || draft.summary !== "" || !/^(?:POST|PUT|PATCH)$/.test(draft.method)) return false;
  const from = scanner.at;
  bareFields.lastIndex = from;
  const [inside = ""] = bareFields.exec(scanner.text) ?? [];
  const fields = fieldsIn(inside, from);
  if (fields === null || Object.values(fields.schema.properties).some((schema) => Object.keys(schema).length === 0))
    return false;
  draft.body = fields;
  scanner.at += inside.length;
  return true;
}

function markIn(scanner: Scanner, { headers }: Draft): boolean {
  const marks = takeHeaderMarks(scanner);
  headers.push(...marks);
  return marks.length > 0;
}

/** `https://sho.rt/:code` and `/<code>` → `/{code}`; what cannot be routed is left for the check of paths. */
export const bracedPath = (address: string): string =>
  address
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(new RegExp(`^${host}(?=/)`), "")
    .replace(/^(?=[{:<])/, "/")
    .replaceAll(/\/:([\p{L}\p{M}\p{N}_]+)/gu, "/{$1}")
    .replaceAll(/\/<([\p{L}\p{M}\p{N}_-]+)>/gu, "/{$1}")
    .replace(/^(?=[a-z])/, "/");

/** `owner&cursor&limit=20` */
function queryOf(query: string, from: number): Draft["query"] {
  let at = from;
  return query.split("&").flatMap((part): Draft["query"] => {
    const span = { from: at, to: at + part.length };
    at += part.length + 1;
    const [, name, value] = /^([\p{L}\p{M}\p{N}_.[\]-]+)\??(?:=(.*))?$/u.exec(part) ?? [];
    if (name === undefined) return [];
    // `?url=https://example.com/long` and `?url={uri}` show what is sent.
    const isUrl =
      value !== undefined && /^(?:https?(?::|%3A)\/\/|[<{]?(?:ur[il]|(?:long|original)_?url)[>}]?$)/i.test(value);
    if (isUrl) return [{ name, span, isUrl }];
    const isPlain = value !== undefined && /^(?!\.+$)[\w.-]+$/.test(value);
    return [{ name, span, ...(isPlain ? { default: value } : {}) }];
  });
}
