/** A number in a text, with where it begins and ends. */
export interface NumberIn {
  value: number;
  at: number;
  end: number;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const spelled: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  fifty: 50,
};
const scales: Record<string, number> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

const pattern = new RegExp(
  [
    "(?<![\\p{L}\\p{N}_$.#/-])",
    "(?:",
    "(?:(?<factor>\\d+(?:\\.\\d+)?) ?[×x*·] ?)?10(?:\\^|\\*\\*)?(?<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\\^|\\*\\*)\\d{1,2})",
    "|(?<digits>\\d{1,3}(?:[,_'\\u2019\\u00a0\\u202f ]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?:e\\d{1,2})?)",
    "|(?<word>an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)(?= (?:hundred|thousand|million|billion|trillion)\\b)|(?<unit>one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)(?= (?:years?|months?|days?|weeks?)\\b)",
    ")",
    "(?<scale> ?(?:k|m|mio|mn|bn|b|g|t|tn)(?![\\p{L}\\p{N}])| ?(?:hundred|thousand|million|billion|trillion)s?\\b)?",
    "(?<more> (?:thousand|million|billion)\\b)?",
  ].join(""),
  "giu",
);

/** The numbers of one line, with `k`, `M`, `million`, powers of ten and separators of thousands read. */
export function numbersIn(line: string): NumberIn[] {
  const found: NumberIn[] = [];
  for (const match of line.slice(0, 4_000).matchAll(pattern)) {
    const { factor, power, digits, word, unit, scale, more } = match.groups ?? {};
    const base = baseOf({ factor, power, digits, word: word ?? unit });
    const times = scaleOf(scale) * scaleOf(more);
    const value = base * times;
    if (!Number.isFinite(value)) continue;
    // `12 M` is twelve million, `5 m` a length and `3 T` or `5 b` nothing: with a space only what cannot be a unit counts.
    const isUnit = scale !== undefined && /^ (?:m|b|g|t)$/.test(scale);
    const end = match.index + match[0].length - (isUnit ? scale.length : 0);
    found.push({ value: isUnit ? base : value, at: match.index, end });
  }
  return found;
}

interface Parts {
  factor: string | undefined;
  power: string | undefined;
  digits: string | undefined;
  word: string | undefined;
}

function baseOf({ factor, power, digits, word }: Parts): number {
  if (power !== undefined) {
    const plainPower = power.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => String(superscripts.indexOf(c)));
    return Number(factor ?? "1") * 10 ** Number(plainPower);
  }
  if (word !== undefined) return spelled[word.toLowerCase()] ?? 1;
  return Number((digits ?? "").replace(/[,_'\u2019\u00a0\u202f ]/g, ""));
}

const scaleOf = (scale: string | undefined): number =>
  scale === undefined
    ? 1
    : (scales[
        scale
          .trim()
          .toLowerCase()
          .replace(/(?<=.{4})s$/, "")
      ] ?? 1);
