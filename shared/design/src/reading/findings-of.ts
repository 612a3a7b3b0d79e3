import type { Finding } from "@proofroom/domain/design/finding";
import { type DocumentName, documentLimits } from "@proofroom/domain/document/document";
import { documentNames } from "@proofroom/domain/document/names";
import type { Capability } from "@proofroom/domain/problem/problem";
import { emptyFinding } from "../empty.ts";
import { secretFindings } from "../secrets.ts";
import type { Parts } from "./parts.ts";

/** All that there is to say, in the order of the documents and their lines; what is empty comes first. */
export function findingsOf(
  texts: Record<DocumentName, string>,
  capabilities: Record<string, Capability>,
  { schema, api, topology, reporters, found }: Parts,
): Finding[] {
  const reads = { schema, api, design: topology };
  const empty = documentNames.filter((name) => reads[name]?.isEmpty === true);
  const secrets = documentNames.flatMap((name) => secretFindings(name, texts[name].slice(0, documentLimits.textBytes)));
  const told = documentNames.flatMap((name) => reporters[name].findings);
  return [
    ...empty.map((name) => emptyFinding(name, capabilities)),
    ...inOrder([...(schema?.findings ?? []), ...told, ...secrets, ...found]),
  ];
}

const order = { schema: 0, api: 1, design: 2 } as const;

const inOrder = (findings: Finding[]): Finding[] =>
  findings.toSorted((a, b) => order[a.document] - order[b.document] || a.line - b.line || a.column - b.column);
