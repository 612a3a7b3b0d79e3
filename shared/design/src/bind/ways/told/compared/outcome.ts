import { literally } from "../statement/statement.ts";
import { statementBegin } from "./statement-begin.ts";

/** What becomes of whoever asks for a row of which a condition of the code is true. */
export type Outcome = "refused" | "taken";

const longest = 400;

/** What code does where a condition is true that stands at a place of it; null where that is not plain. */
export function outcomeAt(code: string, at: number, end: number): Outcome | null {
  const head = code.slice(statementBegin(code, at), at);
  const behind = code.slice(end, end + longest);
  if (isRead.test(behind)) return null;
  return (
    ofStatement(head) ??
    ofTrailingIf(head) ??
    ofCheck(head) ??
    ofIf(head, behind, indentAt(code, at)) ??
    ofWrite(behind) ??
    ofFound(head, behind)
  );
}

/** `held_until > now() AS live` is no condition yet. */
const isRead = /^\s{0,3}\)?\s{1,20}as\s/i;

/** A statement changes those rows that it asks for, save where it asks that there be none. */
function ofStatement(head: string): Outcome | null {
  if (/\bnot\s+exists\s*\([^()]*$/i.test(head)) return "refused";
  return /\b(?:update\s[^;]{1,300}\sset|delete\s+from|insert\s+into\s[^;]{1,300}\sselect)\s[^;]*\swhere\s[^;]*$/i.test(
    head,
  )
    ? "taken"
    : null;
}

/** `return head :gone if hold.nil? || hold.expires_at <= Time.current` */
function ofTrailingIf(head: string): Outcome | null {
  const [, done = "", word = ""] =
    /^\s*((?:return|raise|head|abort|throw|render|fail)\b[^\n]*?)\s(if|unless)\s[^\n]*$/.exec(head) ?? [];
  return refuses.test(done) ? turnedIf(word === "unless", "refused") : null;
}

/** `abort_if(…, 410)`, `check(…)` */
function ofCheck(head: string): Outcome | null {
  const [, word = ""] =
    /^\s*(?:\w{1,20}\.)?(abort_if|throw_if|abort_unless|throw_unless|require|check|assert|guard)\b[\s(!]/i.exec(head) ??
    [];
  if (word === "") return null;
  return /_if$/i.test(word) ? "refused" : "taken";
}

/** `if (…) throw …`: what is done inside decides, or in an `else` that refuses. */
function ofIf(head: string, behind: string, indent: number): Outcome | null {
  const [, word] = /^[\s}]*(if|elif|elsif|else\s+if|unless|when)\b/i.exec(head) ?? [];
  if (word === undefined) return null;
  const closed = conditionEnd(head, behind);
  if (closed === -1) return null;
  const isNone = isCalled(head) && none.test(behind.slice(0, closed));
  const isDenied = /(?:!|\bnot\s)\s?\([^()]*$|(?:!|\bnot\s)\s?\(?(?:await\s)?[\w.:$>-]{1,80}\([^]*$/i.test(
    head.replace(/^[\s}]*\w+\s?/, " "),
  );
  if (!refuses.test(inside(behind.slice(closed), indent))) return null;
  return turnedIf((word.toLowerCase() === "unless") !== (isNone !== isDenied), "refused");
}

/** `Hold.objects.filter(…).delete()`, in the same statement. */
function ofWrite(behind: string): Outcome | null {
  const [rest = ""] = behind.split(/;|\n(?!\s*(?:\.|->))/);
  return writes.test(rest) ? "taken" : null;
}

const writes = /(?:\.|->)(?:update|delete|destroy|execute_?(?:update|delete))(?:_?all|_?many|async)?(?:\(|(?!\w))/i;

/** `live = …` of a query, and what becomes of it where it is there, or is not. */
function ofFound(head: string, behind: string): Outcome | null {
  const [, name = ""] =
    /^\s*(?:(?:const|let|var|val|final|auto|my|mut)\s){0,2}[([{]?\s?([$@]?\w{1,40})[^=\n(]{0,60}?\s?:?=(?![=>])/.exec(
      head,
    ) ?? [];
  if (name === "") return null;
  const [rest = ""] = behind.split(/;|\n\s*\n|\n(?=\s*(?:if|unless|return|raise|abort)\b)/);
  if (orRefuses.test(head) || orRefuses.test(rest)) return "taken";
  if (new RegExp(String.raw`\b(?:update|delete)_all\(\s?${literally(name)}\b`, "i").test(behind)) return "taken";
  const isNone = none.test(rest);
  const own = literally(name);
  const test = new RegExp(
    String.raw`(?:(?<done>(?:return|raise|head|abort|throw|render)\b[^\n]{0,80}?)\s)?\b(?<word>if|unless|abort_if|abort_unless|throw_if|throw_unless)[\s(]{1,3}(?:let\sSome\(\w+\)\s=\s)?(?<not>!|not\s)?\s?${own}(?!\w)(?<how>[^\n{:]{0,40})`,
    "i",
  ).exec(behind);
  const { done, word = "", not, how = "" } = test?.groups ?? {};
  if (test === null) return null;
  const then = behind.slice(test.index + test[0].length);
  const consequence = done ?? (/_/.test(word) ? "abort" : how + inside(then, 0));
  if (!refuses.test(consequence)) return null;
  const isWithout = (not !== undefined) !== none.test(how);
  return turnedIf((/unless/i.test(word) !== isWithout) !== isNone, "refused");
}

const turnedIf = (isTurned: boolean, outcome: Outcome): Outcome =>
  isTurned ? (outcome === "refused" ? "taken" : "refused") : outcome;

const refuses =
  /(?<!\d)4\d\d(?!\d)|(?<![\p{L}])(?:throw|raise|abort|fail|reject|refus|conflict|gone|forbidden|rollback)|err(?![\p{Ll}]*\s?(?:==|!=)\s?nil)|return\s(?:false|null|nil|none|undefined)\b/iu;
const none =
  /\bis\s+none\b|={2,3}\s?(?:nil|null|none|undefined|0)\b|\.is_none\(\)|\.is_?empty\(\)|\.(?:empty|blank|nil|none|zero)\?|doesntexist\(\)|not\s+exists\b|<\s?1\b/i;
const orRefuses =
  /ok_or|or_?else_?throw|\?:\s*(?:throw|return)|\?\?\s*throw|(?:\bor|\|\|)\s(?:raise|throw|abort|return)|or_?fail\b|or_404|\bfind!|\bfirst!|\bsole\b|take!|\.one\(\)/i;

/** Whether a place is inside of a call of a query rather than in the condition itself. */
const isCalled = (head: string): boolean =>
  /(?<!\b(?:if|elif|unless|and|or|not))(?<=\w)[!?]?\((?:[^()]|\([^()]*\))*$/i.test(head);

/** Where the condition ends that is open at a place, as far as its head tells: at its bracket, or at the end of its line. */
function conditionEnd(head: string, behind: string): number {
  let depth = head.split("").reduce((open, sign) => open + ("([".includes(sign) ? 1 : ")]".includes(sign) ? -1 : 0), 0);
  const isBracketed = /^[\s}]*(?:if|elif|elsif|else\s+if|unless|when)\s?\(/i.test(head) && depth > 0;
  for (let at = 0; at < behind.length; at += 1) {
    const sign = behind[at] ?? "";
    if ("([".includes(sign)) depth += 1;
    if (")]".includes(sign)) depth -= 1;
    if (isBracketed && depth === 0) return at;
    if (!isBracketed && depth <= 0 && /[{\n]|:\s*\n/.test(behind.slice(at, at + 3))) return at;
  }
  return -1;
}

/** What is done inside of a condition: on the rest of its line, and on those below it that stand further in. */
function inside(behind: string, indent: number): string {
  const [first = "", ...lines] = behind.split("\n");
  const end = lines.findIndex((line) => line.trim() !== "" && widthOf(line) <= indent);
  return [first, ...lines.slice(0, Math.min(end === -1 ? 3 : end, 3))].join("\n");
}

const indentAt = (code: string, at: number): number => widthOf(code.slice(code.lastIndexOf("\n", at - 1) + 1, at + 1));

const widthOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
