import type { Fix } from "@proofroom/domain/design/finding";
import { isMap, stringify } from "yaml";
import { isSketched } from "../form.ts";
import { readSketch } from "./read-sketch.ts";

/** The edit that puts the OpenAPI document in the place of the sketch that means it; null where the text is no sketch. */
export function sketchToOpenApi(text: string): Fix | null {
  if (!isSketched(text)) return null;
  const { root } = readSketch(text, () => {});
  const { openapi: _openapi, ...said } = isMap(root) ? root.toJSON() : { paths: {} };
  const whole = { openapi: "3.1.0", info: { title: titleOf(text), version: "1" }, ...said };
  const insert = stringify(whole, { lineWidth: 0, aliasDuplicateObjects: false });
  return { label: "Convert to OpenAPI", edits: [{ document: "api", from: 0, to: text.length, insert }] };
}

/** The sketch's first heading. */
const titleOf = (text: string): string => /^#\s+(\S.{0,80})$/m.exec(text)?.[1]?.trim() ?? "API";
