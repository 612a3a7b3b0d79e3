import type { Tell } from "../../text/report.ts";
import { readAnswers } from "./answers.ts";
import { parted } from "./body-behind.ts";
import { wordsFor } from "../part-words.ts";
import { arrowSigns } from "./endpoint-line.ts";
import { fieldOfItem, fieldOfRow, fieldTableOf } from "./placed-fields.ts";
import type { Line } from "./key-block.ts";
import { labelledRow } from "./labelled-row.ts";
import { type Fields, joined } from "./listed-fields.ts";
import { markedFields } from "./marked-fields.ts";
import { saidFields } from "./said-fields.ts";
import { announcesHeaders, headersBelow, listsHeaders } from "./said-headers.ts";
import { announcesQuery, listedQuery, saidQuery } from "./said-query.ts";
import { statusSaidAt } from "./said-status.ts";
import { type Effort, type Scanner, scannerOf } from "./scanner.ts";
import { readShape } from "./shape.ts";
import {
  addAnswers,
  addHeaders,
  addKeyHeader,
  addQuery,
  addRedirect,
  addRefusal,
  addText,
  mayTakeBody,
  shownStatus,
  type Sketched,
  successOf,
  takesBody,
} from "./sketched.ts";
import { endOf } from "./structure-end.ts";

const asked =
  /^\s*(?:(?:(?:-H|--header)\s+(?:'[^'\n]{0,200}'|"[^"\n]{0,200}")|(?:-X|--request)\s{0,9}["']?[A-Z]{3,7}["']?|-[a-zA-Z]{1,3})\s+){0,6}--?(?:d|data(?:-\w{1,20})?|json)\b[^{[\n]*|^[\s>*_`•▸▪◦‣●○–-]*(?:request|req|body|payload|input|sends?|takes?|accepts?|expects?)\b(?!-)[^{[\n]*/i;
const askedElsewhere = new RegExp(
  `^[\\s>*_\`•-]*(?:${wordsFor("input")})[*_\`]{0,3}(?:\\s?\\([^()\\n]{0,40}\\))?(?:\\s{0,3}[:：][^{[\\n]*|\\s{1,20}(?=[{[]))`,
  "i",
);
const answered = new RegExp(
  `^[\\s>*_\`•▸▪◦‣●○–|-]*?(?:${arrowSigns}|HTTP/[\\d.]+|(?:response|resp|returns?|answers?|replies|output|result|success|redirects?)\\b|(?:${wordsFor("answers", "success")})(?:[ \\t]\\p{L}{2,20}){0,2}(?=[*_\`]{0,3}(?:\\s{0,3}[:：]|\\s{1,3}[2-5]\\d\\d\\b))|(?=[2-5]\\d\\d\\b))[\\s:：*_\`(]*`,
  "iu",
);

/** An answer behind a body: `{"url": "…"} → 201 {"code": "…"}`, `{url} and gives back {code}`. */
const behind = new RegExp(
  `^\\s*(?:${arrowSigns}|(?:and\\s+|,\\s*)?(?:gives?(?: back)?|returns?|answers?|responds?(?: with)?|replies(?: with)?)\\b)`,
  "i",
);

/** Prose such as "returns at most 200 rows" names no status. */
const isAnswer = new RegExp(
  `^[\\s>*_\`•▸▪◦‣●○–|-]*?(?:${arrowSigns}|HTTP/[\\d.]+\\s|(?:[\\p{L}\\p{N}_]+[\\s:：*_\`(]*|\\p{L}{2,20}(?:[ \\t]\\p{L}{2,20}){1,2}[*_\`]{0,3}\\s{0,3}:[\\s*_\`(]{0,9})?(?:status|code|http)?[\\s:：*_\`(]*[2-5]\\d\\d\\b)`,
  "iu",
);

/** A request, an answer or an example of JSON below an endpoint's line; answers how far it reaches. */
export function readBelow(
  text: string,
  line: Line,
  draft: Sketched,
  { effort, tell }: { effort: Effort; tell: Tell },
): number {
  const plain = labelledRow(line);
  const parts = parted(plain);
  if (parts !== null) readPart(text, parts[0], draft, { effort, tell });
  return readPart(text, parts?.[1] ?? plain, draft, { effort, tell });
}

function readPart(text: string, line: Line, draft: Sketched, { effort, tell }: { effort: Effort; tell: Tell }): number {
  const example = /^[\s>*•▸▪◦‣●○–-]*(?=[{[])/.exec(line.text);
  const request = asked.exec(line.text) ?? askedElsewhere.exec(line.text);
  const isBody =
    example === null ? request !== null : draft.shows === "body" || (draft.shows === null && takesBody(draft));
  const [lead = ""] = example ?? request ?? answered.exec(line.text) ?? [];
  if (addPlaced(line, draft)) return line.from;
  addKeyHeader(line, draft);
  addHeaders(draft, headersBelow(line, draft.answers.length > 0 && draft.shows !== "headers"));
  addRefusal(line, draft);
  addText(line, draft);
  if (isOfHeaders(line, draft) || isQuery(line, draft)) return line.from;
  if (addRedirect(line, draft) || addFields(line, draft)) return line.from;
  const behindBody = addMarked(line, draft);
  if (behindBody !== null)
    return behindBody.text.trim() === "" ? line.from : readPart(text, behindBody, draft, { effort, tell });
  if (lead === "" && example === null && !isAnswer.test(line.text)) {
    const at = statusSaidAt(line.text);
    if (at === null) return line.from;
    draft.told += 1;
    const end = endOf(text, line, at, effort);
    addAnswers(draft, readAnswers(below(text, line.from + at, end), tell, draft.headers));
    return Math.max(line.from, end - 1);
  }
  draft.told += 1;
  const end = endOf(text, line, 0, effort);
  const scanner = below(text, line.from + lead.length, end);
  const from = scanner.at;
  const hasShape = /[{[]/.test(text[from] ?? "");
  draft.shows = hasShape ? null : isBody ? "body" : "answer";
  draft.lists = draft.shows;
  if (isBody && hasShape) {
    const schema = readShape(scanner, tell);
    draft.body ??= { schema, span: { from, to: scanner.at } };
    if (behind.test(text.slice(scanner.at, end))) addAnswers(draft, readAnswers(scanner, tell));
  } else if (hasShape) {
    const schema = readShape(scanner, tell);
    addAnswers(draft, [{ status: shownStatus(draft, schema), schema, span: { from, to: scanner.at } }]);
  } else if (!isBody && isAnswer.test(line.text)) {
    const answers = readAnswers(scanner, tell);
    addAnswers(draft, answers);
    // What refuses has no fields of its own.
    if (answers.every(({ status }) => status >= 400)) draft.lists = null;
  }
  return Math.max(line.from, end - 1);
}

const below = (text: string, at: number, end: number): Scanner => ({ ...scannerOf(text, at, end), isBelow: true });

/** Headers that are listed; true where the line says nothing else. */
function isOfHeaders({ text }: Line, draft: Sketched): boolean {
  if (announcesHeaders(text)) draft.shows = "headers";
  else if (draft.shows === "headers" && !listsHeaders(text)) draft.shows = null;
  return draft.shows === "headers";
}

/** Parameters of the query that a line says; true where it says nothing else. */
function isQuery({ text, from }: Line, draft: Sketched): boolean {
  const listed = draft.shows === "query" ? listedQuery(text, from) : [];
  if (draft.shows === "query" && listed.length === 0 && !/^[\s|:-]*$/.test(text)) draft.shows = null;
  if (announcesQuery(text)) draft.shows = "query";
  addQuery(draft, [...listed, ...saidQuery(text, from)]);
  return draft.shows === "query";
}

/** A row or an item that says where a field is sent; true where the line says nothing else. */
function addPlaced(line: Line, draft: Sketched): boolean {
  if (!line.text.includes("|")) draft.table = null;
  const opened = draft.lists === "answer" ? null : fieldTableOf(line.text);
  if (opened !== null) draft.table = opened;
  const isListed = draft.answers.length === 0 && draft.lists !== "answer";
  const row = draft.table === null || opened !== null ? null : fieldOfRow(line, draft.table);
  const found = row ?? (isListed ? fieldOfItem(line) : null);
  if (found === null) return opened !== null;
  const { name, place, isRequired, fields } = found;
  if (place === "header") addHeaders(draft, [{ name, isRequired, span: fields.span }]);
  if (place === "query") addQuery(draft, [{ name, span: fields.span }]);
  if (place === "body" && mayTakeBody(draft)) addToBody(draft, fields);
  draft.told += 1;
  return true;
}

/** The body whose fields a sentence names in backticks; what the line says behind it, or null where it has none. */
function addMarked({ text, from }: Line, draft: Sketched): Line | null {
  const said = mayTakeBody(draft) ? markedFields(text, from) : null;
  if (said === null) return null;
  addToBody(draft, said.fields);
  draft.told += 1;
  return {
    text: text.slice(said.to).replace(/^[ \t]*[.;,]/, (signs) => " ".repeat(signs.length)),
    from: from + said.to,
  };
}

function addToBody(draft: Sketched, fields: Fields): void {
  draft.body = { schema: joined(draft.body?.schema ?? {}, fields), span: draft.body?.span ?? fields.span };
}

/** The head of a table of fields. */
const ofFields =
  /^\s*\|\s*[*_]{0,2}(?:fields?|name|param(?:eter)?s?|attributes?|propert(?:y|ies)|key|campo|feld|champ)\b/i;

/** Fields that are named in words; true where the line says nothing else. */
function addFields({ text, from }: Line, draft: Sketched): boolean {
  if (/[{}]/.test(text) || text.trim() === "") return false;
  if (ofFields.test(text) && draft.answers.length === 0 && takesBody(draft)) draft.lists ??= "body";
  const said = saidFields(text, from, draft.lists);
  // A table has a head; any other line ends a list.
  if (said === null && !/^\s*\|/.test(text)) draft.lists = null;
  if (said === null || (said.are === "body" && !mayTakeBody(draft))) return false;
  const { fields, are, status = successOf(draft) } = said;
  if (are === "body") addToBody(draft, fields);
  else {
    const known = draft.answers.find((answer) => answer.status === status);
    if (known === undefined) draft.answers.push({ status, schema: fields.schema, span: fields.span });
    else known.schema = joined(known.schema ?? {}, fields);
  }
  draft.told += 1;
  return true;
}
