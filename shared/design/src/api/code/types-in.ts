/** The names of the fields of each type that a source text declares, as they travel in JSON; what may be missing carries a `?`. */
export function typesIn(text: string): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const [pattern, fieldsOf] of forms)
    for (const [, name = "", body = ""] of text.matchAll(pattern)) {
      const fields = fieldsOf(body).slice(0, mostFields);
      if (fields.length > 0 && !types.has(name)) types.set(name, fields);
    }
  return types;
}

const mostFields = 30;

const named =
  (pattern: RegExp) =>
  (body: string): string[] =>
    [...body.matchAll(pattern)].map(
      ([, name = "", optional]) => `${name}${optional === undefined || optional === "" ? "" : "?"}`,
    );

/** Fields of Go by their tags, else by their names as they would be tagged. */
const goFields = (body: string): string[] =>
  [...body.matchAll(/^\s*([A-Z]\w*)\s+[*[\]\w.]+(?:\s+`[^`\n]*\bjson:"(\w+)(,omitempty)?[^`\n]*`)?/gm)].map(
    ([, field = "", tag, omitted]) =>
      `${tag ?? field[0]?.toLowerCase() + field.slice(1)}${omitted === undefined ? "" : "?"}`,
  );

/** `string Url, string? Alias` of C# are `url` and `alias?` in JSON. */
const recordFields = (body: string): string[] =>
  [...body.matchAll(/[\w<>[\]]+(\?)?\s+(\w+)\s*(?=,|$)/g)].map(
    ([, optional = "", field = ""]) => `${field[0]?.toLowerCase() ?? ""}${field.slice(1)}${optional}`,
  );

const forms: readonly (readonly [declared: RegExp, fields: (body: string) => string[]])[] = [
  [/\btype\s+(\w{1,60})\s+struct\s*\{([^{}]{0,2000})\}/g, goFields],
  [
    /\bmessage\s+(\w{1,60})\s*\{([^{}]{0,2000})\}/g,
    named(/^\s*(?:repeated\s+|optional\s+)?[\w.<>, ]+?\s+(\w+)\s*=\s*\d+/gm),
  ],
  [/\bmessage\s+(\w{1,60})\s*\{([^{}\n]{0,500})\}/g, named(/[\w.]+\s+(\w+)\s*=\s*\d+/g)],
  [/\brecord\s+(\w{1,60})\s*\(([^()]{0,1000})\)/g, recordFields],
  [/\bstruct\s+(\w{1,60})\s*\{([^{}]{0,2000})\}/g, named(/(\w+)\s*:\s*(?=(Option<)?)/g)],
  [
    /\bclass\s+(\w{1,60})\(\w*Model\w*\):[^\n]*\n((?:(?:[ \t]+[^\n]*)?\n){1,40})/g,
    named(/^[ \t]+(\w+)\s*:\s*(?=(Optional\[|[^\n=]*(?:\|\s*None|=))?)/gm),
  ],
  [
    /\b(?:interface|type|input|class)\s+(\w{1,60})[^{}\n=]{0,60}=?\s*\{([^{}]{0,2000})\}/g,
    named(
      /(?:^|[;{,\n])\s*(?:@\w+\([^)\n]*\)\s*)*(?:(?:public|private|readonly|required)\s+)*(\w+)(\?)?\s*!?\s*:\s*[\w[{"'!]/g,
    ),
  ],
  [
    /\bclass\s+(\w{1,60})[^{}\n]{0,60}\{([^{}]{0,2000}(?:\{\s*get;[^{}]{0,60}\}[^{}]{0,300}){0,20})\}/g,
    named(/\b(?:private|public)\s+(?:final\s+|required\s+)?[\w<>?]+\s+(\w+)\s*(?:;|\{\s*get)/g),
  ],
];
