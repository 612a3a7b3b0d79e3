const longest = 900;

/** Calls whose functions only say which rows are asked for: `->where(function ($q) {`. */
const asking =
  /(?:where|filter|having)\w{0,12}\(\s*(?:function\s*\([^()]{0,40}\)|\(?\w{1,20}\)?\s*=>|fn\s*\([^()]{0,40}\)\s*=>)\s*$/i;
/** What is a list of fields rather than a block. */
const listing = /(?:[([{,:=?]|\breturn|=>\s*\()\s*$/;
/** A line that goes on with the one before it, and one that the next one goes on with. */
const goesOn = /^\s*(?:[.?:)\]}]|->|&&|\|\||(?:and|or|where|from|select|join|on|set|values|having|not)\b)/i;
const isOpen = /(?:[([{,=.\\]|&&|\|\||\b(?:and|or|in|where|not|from|select|return))\s*$/i;

/** Where the statement begins that stands around a place of code, calls of a query and their functions being a part of it. */
export function statementBegin(code: string, at: number): number {
  const least = Math.max(0, at - longest);
  let depth = 0;
  let begin: number | null = null;
  for (let n = at - 1; n >= least; n -= 1) {
    const sign = code[n] ?? "";
    if (")]}".includes(sign)) depth += 1;
    else if ("([{".includes(sign) && depth > 0) depth -= 1;
    else if (sign === "{" && !isWithin(code.slice(Math.max(0, n - 80), n))) return begin ?? n + 1;
    else if ("([{".includes(sign)) {
      if (isTransaction.test(code.slice(Math.max(0, n - 40), n))) return begin ?? n + 1;
      begin = null;
    } else if (depth === 0 && begin === null && isBoundary(code, n)) begin = n + 1;
  }
  return begin ?? least;
}

const isWithin = (before: string): boolean => asking.test(before) || listing.test(before);

const isTransaction = /(?:transaction|atomic|with_?lock|synchronized|\btx|begin)\w{0,12}$/i;

function isBoundary(code: string, n: number): boolean {
  if (code[n] === ";") return true;
  if (code[n] !== "\n") return false;
  const line = code.slice(code.lastIndexOf("\n", n - 1) + 1, n).replace(/(?:\/\/|#|--)\s[^\n]{0,200}$/, "");
  return !isOpen.test(line) && !goesOn.test(code.slice(n + 1, n + 60));
}
