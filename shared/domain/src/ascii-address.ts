/**
 * An address as a request line or a header carries it: character for character, save line ends, blanks and all beyond
 * ASCII, which are percent-encoded.
 */
export const asciiAddress = (address: string): string =>
  address.toWellFormed().replaceAll(/[^\u0021-\u007e]+/g, encodeURIComponent);
