import type { DocumentName } from "@proofroom/domain/document/document";

/** What a document is written in: its colouring, its name as a file, and the words in the foot of the editor. */
export interface Language {
  /** Monaco's id. JSON is coloured as YAML, of which it is a part; its own language brings a worker of 128 kB. */
  monaco: "sql" | "yaml" | "markdown";
  file: string;
  mediaType: string;
  words: string;
}

const isJson = (text: string) => /^\s*[{[]/.test(text);
const isSketch = (text: string) => /^\s*(?:#.*\s+)*(?:GET|POST|PUT|PATCH|DELETE)\s+\//.test(text);

export function languageOf(document: DocumentName, text: string): Language {
  switch (document) {
    case "schema":
      return isJson(text)
        ? { monaco: "yaml", file: "schema.json", mediaType: "application/json", words: "JSON tables" }
        : { monaco: "sql", file: "schema.sql", mediaType: "application/sql", words: "SQL, Postgres 18" };
    case "api":
      if (isJson(text)) return { monaco: "yaml", file: "api.json", mediaType: "application/json", words: "JSON" };
      if (isSketch(text)) return { monaco: "yaml", file: "api.txt", mediaType: "text/plain", words: "Endpoint sketch" };
      return { monaco: "yaml", file: "api.yaml", mediaType: "application/yaml", words: "YAML, OpenAPI" };
    case "design":
      return { monaco: "markdown", file: "design.md", mediaType: "text/markdown", words: "Markdown" };
  }
}

export const documentTitles: Record<DocumentName, string> = { schema: "Schema", api: "API", design: "Design" };
