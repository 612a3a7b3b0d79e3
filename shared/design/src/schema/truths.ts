const digit = String.raw`(?:\(\(([01])\)\)|\(([01])\)|b?'?([01])'?)(?![\w.'])`;
const inBrackets = String.raw`\(\s{0,9}([01])\s{0,9},\s{0,9}([01])\s{0,9}\)`;
const defaulted = new RegExp(String.raw`(\bbool(?:ean)?\b[^,;\n]{0,200}?\bdefault\b)\s{0,40}${digit}`, "gi");
const typed = /("?\w{1,64}"?)\s{1,40}(?:(bool(?:ean)?)|(?:small|big)?(?:int|integer|numeric))\b/gi;

/**
 * Zero and one as the truths that PostgreSQL takes for them, of columns that a rewrite has made boolean: in defaults with as
 * many brackets as people and tools like, also behind a name of their own, and in what a check or a partial index compares.
 */
export function withTruths(sql: string): string {
  const spelled = sql.replace(defaulted, (_all, before: string, ...digits: (string | undefined)[]) => {
    return `${before} ${truthOf(digits)}`;
  });
  const names = truthsIn(spelled);
  if (names === "") return spelled;
  const column = String.raw`(?<![\w"])("?(?:${names})"?)\s{0,40}`;
  return spelled
    .replace(
      new RegExp(`${column}(=|<>|!=)\\s{0,40}${digit}`, "gi"),
      (_all, name: string, sign: string, ...digits: (string | undefined)[]) => `${name} ${sign} ${truthOf(digits)}`,
    )
    .replace(
      new RegExp(`${column}in\\s{0,40}${inBrackets}`, "gi"),
      (_all, name: string, one: string, other: string) => `${name} in (${truthOf([one])}, ${truthOf([other])})`,
    )
    .replace(
      new RegExp(
        `(\\balter\\s{1,40}column\\s{1,40}"?(?:${names})"?\\s{1,40}set\\s{1,40}default)\\s{1,40}${digit}`,
        "gi",
      ),
      (_all, before: string, ...digits: (string | undefined)[]) => `${before} ${truthOf(digits)}`,
    );
}

const mostNames = 100;

/** The columns that are boolean wherever they stand, as one alternative of a pattern. */
function truthsIn(sql: string): string {
  const truths = new Set<string>();
  const others = new Set<string>();
  for (const [, name = "", isTruth] of sql.matchAll(typed))
    (isTruth === undefined ? others : truths).add(name.replaceAll('"', "").toLowerCase());
  return [...truths]
    .filter((name) => !others.has(name))
    .slice(0, mostNames)
    .join("|");
}

const truthOf = (digits: readonly (string | undefined)[]): string => String(digits.slice(0, 3).includes("1"));
