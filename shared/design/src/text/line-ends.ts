/**
 * A text whose every line ends with LF: a carriage return before it is a blank, and one alone, as old editors write it, ends a
 * line too. Offsets stay.
 */
export const withLineEnds = (text: string): string =>
  text.includes("\r") ? text.replaceAll("\r\n", " \n").replaceAll("\r", "\n") : text;
