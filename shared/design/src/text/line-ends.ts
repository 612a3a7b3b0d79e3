/** A text whose every line ends with LF; a carriage return alone, as old editors write it, ends one too. Offsets stay. */
export const withLineEnds = (text: string): string => text.replace(/\r(?!\n)/g, "\n");
