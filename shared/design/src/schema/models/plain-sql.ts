/** Where SQL stands between the models, a statement begins with its line and ends with a semicolon at the end of one. */
const begins =
  /^(?:create\s+(?:(?:unique\s+)?index|table|type|extension|sequence|domain|(?:or\s+replace\s+)?view)\s+["\w]|alter\s+(?:table|sequence|type)\s+["\w]|comment\s+on\s+\w)/i;

/** Statements of SQL that stand by themselves in a text, and the text with blanks in their place. */
export function plainSqlIn(text: string): { rest: string; statements: string[] } {
  const statements: string[] = [];
  const rest: string[] = [];
  let open: string[] | null = null;
  for (const line of text.split("\n")) {
    if (open === null && !begins.test(line)) {
      rest.push(line);
      continue;
    }
    open = [...(open ?? []), line];
    rest.push("");
    if (!/;\s*(?:--.*)?$/.test(line) && open.length < mostLines) continue;
    statements.push(open.join("\n"));
    open = null;
  }
  if (open !== null) statements.push(open.join("\n"));
  return { rest: rest.join("\n"), statements };
}

const mostLines = 100;
