import type { Fix } from "@proofroom/domain/design/finding";
import { isMap, type Node, stringify } from "yaml";

/** The edit that puts the OpenAPI document in the place of the sketch that means it. */
export function asOpenApi(root: Node, text: string): Fix {
  const { paths } = isMap(root) ? root.toJSON() : { paths: {} };
  const whole = { openapi: "3.1.0", info: { title: titleOf(text), version: "1" }, paths };
  const insert = stringify(whole, { lineWidth: 0, aliasDuplicateObjects: false });
  return { label: "Convert to OpenAPI", edits: [{ document: "api", from: 0, to: text.length, insert }] };
}

/** The sketch's first heading. */
const titleOf = (text: string): string => /^#\s+(\S.{0,80})$/m.exec(text)?.[1]?.trim() ?? "API";
