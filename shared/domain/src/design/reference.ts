/** What may stand behind a dollar sign, besides the names of tables. */
export const referenceNames = [
  "body",
  "path",
  "query",
  "header",
  "row",
  "rows",
  "count",
  "cached",
  "called",
  "object",
  "item",
  "message",
  "user",
  "cursor",
  "now",
] as const;

export type ReferenceName = (typeof referenceNames)[number];

const names: ReadonlySet<string> = new Set(referenceNames);

export const isReferenceName = (name: string): name is ReferenceName => names.has(name);
