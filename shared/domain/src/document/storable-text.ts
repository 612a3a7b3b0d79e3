/**
 * A document's text as Postgres can keep it in JSON: NUL and halves of surrogate pairs become U+FFFD, one for one, so that
 * every offset and line stays what it was.
 */
export const storableText = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");
