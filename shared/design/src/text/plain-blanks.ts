/** A blank that does not break, or is wider or narrower than that of the keyboard: it looks the same, and is none to a parser. */
export const otherBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const everywhere = new RegExp(otherBlank.source, "g");

/** A text whose blanks are all those of the keyboard; offsets stay. */
export const withPlainBlanks = (text: string): string =>
  otherBlank.test(text) ? text.replaceAll(everywhere, " ") : text;
