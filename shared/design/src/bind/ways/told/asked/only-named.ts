/** Where a function says what it takes. */
export const declared =
  /^[ \t]{0,8}(?:(?:pub|export|default|public|private|internal|protected|static|async|suspend|override|final)\s+){0,5}(?:(?:fn|func|fun|function|def|defp)\s|[A-Z][\w<>[\], .?]{0,60}\s\w{2,60}\s?\()[^\n]{0,300}$/gm;

/** Columns that are only added, read or answered. */
export const lists =
  /\binsert\s+into\s+[\w."`]{1,80}\s{0,9}\([^()]{1,400}\)|\bselect\s(?!exists)[^;()]{1,300}?\sfrom\b|\breturning\s[\w\s,.*"]{1,200}/gi;
