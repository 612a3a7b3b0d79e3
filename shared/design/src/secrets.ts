import { secretsIn } from "@proofroom/domain/chat/secrets";
import type { Finding } from "@proofroom/domain/design/finding";
import type { DocumentName } from "@proofroom/domain/document/document";
import { linesOf } from "./text/lines.ts";
import { reporter } from "./text/report.ts";

/** What stands for a credential where it was; in YAML and SQL it is a word like any other. */
const placeholder = "REDACTED";

/** Credentials in a document: everybody in the room reads them, and so does whoever reads its report. */
export function secretFindings(document: DocumentName, text: string): Finding[] {
  const { tell, findings } = reporter(document, linesOf(text));
  for (const { kind, from, to } of secretsIn(text)) {
    tell({
      severity: "warning",
      rule: "secret-in-document",
      message: `This looks like a credential (${kind}), and everybody in the room can read it. Write a placeholder; if it is a real one, revoke it.`,
      from,
      to,
      fixes: [{ label: `Write ${placeholder} instead`, edits: [{ document, from, to, insert: placeholder }] }],
    });
  }
  return findings;
}
