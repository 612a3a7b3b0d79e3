/** What opens a branch behind its condition. */
const opening = /^[\s)]{0,6}(?:then\b|do\b|[{:,]|->|=>|→)?/i;

/** What a branch says to whoever reads it, and what it does where a read itself has failed. */
const aside =
  /(?:\/\/|#\s|--\s)[^\n]*|\/\*[^*]{0,200}\*\/|\bif err != nil \{(?:[^{}]|\{\}){0,120}\}|\?\?\s?throw\b[^;\n]{0,120}|\bfor update\b/gi;

const reads =
  /(?<![\p{L}\d])(?:select|find|get|load|fetch|query|look|read|first|single|scalar|where|(?:booking|order|ticket|sale)s?(?:By|For|Of)|(?:booking|order|ticket|sale)s?_(?:by|for|of))/iu;

/** A write is no answer of what is there, nor is what has branches of its own or is over before it answers. */
const otherwise =
  /\b(?:insert\s+into|update\s+\w|delete\s+from|if|else|elif|elsif|unless|case|while|catch|except|rescue|end|throw|raise|abort|panic|[45]\d\d)\b|\b\w{0,20}(?:insert|update|delete|create|save|persist|charge|capture|refund|authori[sz]e)\w{0,12}!?\s?\(|\.add\(|\n\s*\n/i;

/** How an answer begins, in the languages of programming in which designs are written here. */
const answer =
  /(?<![\w.])(?:return|render|respond|reply|send|json|writeJSON)\b|\{:ok\b|(?<!\w)(?:Results\.|TypedResults\.)?Ok\(|\bResponseEntity\.ok\b|\b(?:res|resp|response|reply|ctx|c|w)\.(?:json|send|status|code|body|write\w*|ok)\b/i;

const refuses =
  /(?<!\d)[45]\d\d(?!\d)|\b(?:throw|raise|abort|conflict|gone|forbidden|error|fail|panic|null|nil|none|false)\b(?<!, nil)/i;

/** How far the answer itself is looked at. */
const longest = 160;

/**
 * Of the code behind the condition that something is sold: the branch that only reads what there is before it answers it, as in
 * `{ const b = await bookings.findOne({ holdId }); return res.json(b); }`. Null of one that writes, refuses or asks for more.
 */
export function readThenAnswered(code: string): string | null {
  const begun = opening.exec(code)?.[0] ?? "";
  const branch = insideOf(code.slice(begun.length).replaceAll(aside, " "));
  const at = branch.search(answer);
  if (at <= 0) return null;
  const before = branch.slice(0, at);
  const answered = branch.slice(at, at + longest).split(/;|\n\s*\n/)[0] ?? "";
  const isRead = reads.test(before) && !otherwise.test(before.trim());
  return isRead && !refuses.test(answered) ? begun + before + answered : null;
}

/** As far as the brackets that a branch opens are closed, or its lines stand as far in as the first. */
function insideOf(code: string): string {
  const [, indent] = /^\s{0,9}?\n([ \t]{1,40})\S/.exec(code) ?? [];
  const lines = code.split("\n");
  const end =
    indent === undefined ? -1 : lines.findIndex((line, n) => n > 0 && line.trim() !== "" && !line.startsWith(indent));
  const text = end === -1 ? code : lines.slice(0, end).join("\n");
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    depth += sign === "{" ? 1 : -1;
    if (depth < 0) return text.slice(0, index);
  }
  return text;
}
