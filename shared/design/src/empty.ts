import type { Finding } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Capability } from "@proofroom/domain/problem/problem";

/** The one thing to be said about a document in which nothing stands yet. */
export function emptyFinding(document: DocumentName, capabilities: Record<string, Capability>): Finding {
  const message = words(document, capabilities);
  return { document, line: 1, column: 1, severity: "question", rule: "empty", message, stopsRun: true };
}

function words(document: DocumentName, capabilities: Record<string, Capability>): string {
  switch (document) {
    case "schema":
      return "What has to be remembered? Begin with create table.";
    case "api": {
      const required = Object.values(capabilities).filter((capability) => capability.required);
      const titles = required.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
      const what = titles.length === 0 ? "" : ` to ${titles.join(", and to ")}`;
      return `How do clients ask${what}? One endpoint a line: POST /things {name: string} -> 201 {id}. OpenAPI is read as well.`;
    }
    case "design":
      return "Which components does it take? Begin with a mermaid flowchart; it is what gets started.";
  }
}
