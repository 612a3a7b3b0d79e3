export type Token =
  | { kind: "text"; value: string }
  | { kind: "number"; value: number }
  /** What the code around a statement puts there; the name is empty, or a number, where only its place says what it is. */
  | { kind: "parameter"; name: string }
  /** A column, a function or a word of the language, in lower case and without the name of its table. */
  | { kind: "word"; value: string }
  | { kind: "sign"; value: string };

const patterns: readonly [RegExp, (found: RegExpExecArray) => Token | null][] = [
  [/\s+/y, () => null],
  [/::\s{0,3}[a-z_]\w*(?:\s?\(\d+\))?/iy, () => null],
  [/'((?:[^']|'')*)'/y, ([, text = ""]) => ({ kind: "text", value: text.replaceAll("''", "'") })],
  [/[$#:]?\{{1,2}\s{0,3}([\w.]+)\s{0,3}\}{1,2}|<(\w+)>/y, ([, a, b]) => ({ kind: "parameter", name: a ?? b ?? "" })],
  [/%\((\w+)\)s|[$:@]([\w.]+)/y, ([, a, b]) => ({ kind: "parameter", name: a ?? b ?? "" })],
  [/\?|%s/y, () => ({ kind: "parameter", name: "" })],
  [/\d+(?:\.\d+)?/y, ([digits]) => ({ kind: "number", value: Number(digits) })],
  [
    /["`]?\p{L}[\p{L}\p{N}_]*["`]?(?:\.["`]?[\p{L}\p{N}_]+["`]?){0,2}/uy,
    ([name]) => ({ kind: "word", value: lastOf(name) }),
  ],
  [/=>|<>|!=|<=|>=|==|\|\||[=<>+\-*/(),[\]]/y, ([sign]) => ({ kind: "sign", value: sign })],
];

const lastOf = (name: string): string => (name.split(".").at(-1) ?? name).replaceAll(/["`]/g, "").toLowerCase();

/** A piece of SQL in its parts; null where something stands in it that is none of SQL. */
export function tokensOf(sql: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const from = at;
    for (const [pattern, make] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(sql);
      if (found === null) continue;
      const token = make(found);
      if (token !== null) tokens.push(token);
      at = pattern.lastIndex;
      break;
    }
    if (at === from) return null;
  }
  return tokens;
}
