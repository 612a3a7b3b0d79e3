import type { Node } from "yaml";
import { textOf } from "../text/yaml.ts";
import type { References } from "./references.ts";

/**
 * The header, in lower case, by which an endpoint is told who asks, as its `security` or the document's declares; null where
 * nothing has to be told, or is told otherwise than by a bearer token, a name and a password, or a key in a header.
 */
export function tokenHeader(references: References, operation: Node | null): string | null {
  const own = references.at(operation, "security");
  const asked = own ?? references.at(references.root, "security");
  const schemes = references.at(references.at(references.root, "components"), "securitySchemes");
  const choices = references.items(asked).map((choice) => references.entries(choice).map(({ key }) => key));
  // One empty choice lets everybody in.
  if (choices.length === 0 || choices.some((names) => names.length === 0)) return null;
  const [name = ""] = choices[0] ?? [];
  const scheme = references.at(schemes, name);
  const part = (key: string): string => textOf(references.at(scheme, key))?.toLowerCase() ?? "";
  switch (part("type")) {
    case "http":
      return /^(?:bearer|basic)$/.test(part("scheme")) ? "authorization" : null;
    case "oauth2":
    case "openidconnect":
      return "authorization";
    case "apikey":
      return part("in") === "header" ? part("name") : null;
    default:
      return null;
  }
}
