/** Numbers up to twelve as English prose spells them. */
const spelled = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
/** What `7` or `seven` counts; NaN of any other word. */
export const numberOf = (word: string): number =>
  spelled.includes(word.toLowerCase()) ? spelled.indexOf(word.toLowerCase()) : Number(word);
/** A number of up to two digits, or a spelled one, as a group of a pattern. */
export const countPattern = `(\\d{1,2}|${spelled.slice(1).join("|")})`;
