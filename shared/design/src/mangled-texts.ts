import type { DocumentName } from "@proofroom/domain/document/document";
import { apiTexts } from "./mangled/api-texts.ts";
import { designTexts } from "./mangled/design-texts.ts";
import { schemaTexts } from "./mangled/schema-texts.ts";

/**
 * More than a hundred documents as they come out of a broken copy, another tool or bad intent, each with what must stop it:
 * what is read of one must never be deployed.
 */
export const mangledTexts: Record<DocumentName, Record<string, string>> = {
  schema: schemaTexts,
  api: apiTexts,
  design: designTexts,
};
