import type { Finding, Fix } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import type { DocumentName } from "@proofroom/domain/document/document";
import type { Place } from "./lines.ts";

export interface Remark {
  severity: Finding["severity"];
  rule: string;
  message: string;
  /** Offsets in the document. */
  from: number;
  to?: number;
  fixes?: Fix[];
  capability?: string;
  stopsRun?: boolean;
}

export type Tell = (remark: Remark) => void;

const mostOfAKind = 50;

/** Collects findings of one document; beyond fifty that stop a run, and fifty that do not, nobody reads on. */
export function reporter(
  document: DocumentName,
  place: (offset: number) => Place,
): { tell: Tell; findings: Finding[] } {
  const findings: Finding[] = [];
  const tell: Tell = ({ from, to, fixes, stopsRun, ...rest }) => {
    const isStopping = stops({ ...rest, stopsRun });
    if (findings.filter((one) => stops(one) === isStopping).length >= mostOfAKind) return;
    const end = to === undefined ? undefined : place(to);
    findings.push({
      document,
      ...place(from),
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
      ...rest,
      ...(fixes === undefined || fixes.length === 0 ? {} : { fixes }),
      ...(stopsRun === true ? { stopsRun } : {}),
    });
  };
  return { tell, findings };
}
