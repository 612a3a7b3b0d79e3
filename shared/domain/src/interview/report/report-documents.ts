import { DocumentName } from "../../document/document.ts";
import type { ReportSource } from "./report-source.ts";
import type { ReportFact } from "./report.ts";

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What each document held at the end, and who edited how often: counted, and never scored. */
export function documentFacts({ texts, model, edits }: ReportSource): ReportFact[] {
  const written = DocumentName.options.filter((document) => texts.final[document].text.trim() !== "");
  if (written.length === 0) {
    return [{ kind: "documents", text: "Nothing was written in the three documents.", source: null }];
  }
  const facts = DocumentName.options.map((document): ReportFact => {
    const { text, version } = texts.final[document];
    const lines = text.trim() === "" ? 0 : text.trimEnd().split("\n").length;
    const held = lines === 0 ? "is empty" : `has ${count(lines, "line")}${contents(document, model)}`;
    return { kind: "documents", text: `${titles[document]} ${held}.`, source: { kind: "document", document, version } };
  });
  const by = new Map<string, number>();
  for (const { person, commits } of edits) by.set(person, (by.get(person) ?? 0) + commits);
  if (by.size === 0) return facts;
  const shares = [...by].map(([person, commits]) => `${person} ${commits}`).join(", ");
  return [...facts, { kind: "documents", text: `Edits, counted and not scored: ${shares}.`, source: null }];
}

const titles: Record<DocumentName, string> = {
  schema: "The schema",
  api: "The API",
  design: "The design document",
};

function contents(document: DocumentName, model: ReportSource["model"]): string {
  if (model === null) return "";
  switch (document) {
    case "schema": {
      if (model.tables.length === 0) return "; no table could be read in it";
      const columns = model.tables.reduce((sum, table) => sum + table.columns.length, 0);
      const indexes = model.tables.reduce((sum, table) => sum + table.indexes.length, 0);
      return `: ${count(model.tables.length, "table")}, ${count(columns, "column")}, ${count(indexes, "index", "indexes")}`;
    }
    case "api":
      if (model.operations.length === 0) return "; no endpoint could be read in it";
      return `: ${count(model.operations.length, "endpoint")}`;
    case "design": {
      const drawn = model.components.filter(({ from }) => from !== "default").length;
      if (drawn === 0) return "; no diagram could be read in it";
      return `: ${count(drawn, "component")} and ${count(model.edges.length, "connection")} drawn`;
    }
  }
}
