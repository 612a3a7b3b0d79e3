import type { Operation } from "@proofroom/domain/design/model";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Seen, Served } from "../review/seen.ts";
import { textOfSchema } from "../schema/read-schema.ts";
import { lineStartsOf } from "../text/lines.ts";
import type { Parts } from "./parts.ts";

/** Each endpoint that could be read with what it does. */
export const servedBy = ({ api }: Parts, operations: Operation[]): Served[] =>
  (api?.isReadable === true ? api.endpoints : []).flatMap((read, n) => {
    const operation = operations[n];
    return operation === undefined ? [] : [{ read, operation }];
  });

/** What has been read as rules and snippets look at it. */
export function seenOf(
  texts: Record<DocumentName, string>,
  capabilities: Record<string, Capability>,
  parts: Parts,
): Seen {
  const { schema, api, topology, placed } = parts;
  return {
    texts: { ...texts, schema: textOfSchema(texts.schema) },
    capabilities,
    schema: schema === null ? null : { ...schema, lineStart: lineStartsOf(texts.schema) },
    served: api?.isReadable === true ? servedBy(parts, placed.operations) : null,
    consumers: placed.consumers,
    drawing: topology === null || topology.whole === null ? null : { ...topology.whole, edges: topology.edges },
  };
}
