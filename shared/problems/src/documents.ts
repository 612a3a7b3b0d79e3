import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentName } from "@proofroom/domain/document/document";

export type Documents = Record<DocumentName, string>;

const files: Record<DocumentName, string> = { schema: "schema.sql", api: "api.yaml", design: "design.md" };

/** The three documents of a folder; one that has no file is taken from `otherwise`, or refused. */
export function readDocuments(folder: string, otherwise?: Documents): Documents {
  const text = (name: DocumentName): string => {
    const path = join(folder, files[name]);
    return otherwise !== undefined && !existsSync(path) ? otherwise[name] : readFileSync(path, "utf8");
  };
  return { schema: text("schema"), api: text("api"), design: text("design") };
}
