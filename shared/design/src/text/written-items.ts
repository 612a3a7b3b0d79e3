const most = { characters: 20_000, ofOne: 400 };

/** A text's sentences, each item of a list by itself, and what is written over several lines in one. */
export const writtenItems = (text: string): string[] =>
  text
    .slice(0, most.characters)
    .replaceAll(/\n(?!\s{0,9}(?:[-*+#|>`]|\d{1,2}[.)]\s|\n))[^\S\n]*/g, " ")
    .split(/\n|(?<=[.!?])\s(?=[\p{Lu}`*_])/u)
    .map((one) => one.slice(0, most.ofOne));
