import type { Report, ReportFact } from "@proofroom/domain/interview/report/report";
import type { IconName } from "../../ui/icon-paths.ts";

type Kind = ReportFact["kind"];

/** Facts that are told together on the page. */
export interface FactKind {
  kinds: Kind[];
  title: string;
  /** Said where there is none; nothing needs to be said of notices. */
  none: string;
  icon: IconName;
  ink: string;
}

/** The counted facts beside coverage, in the order in which they are read. */
export const factKinds: readonly FactKind[] = [
  {
    kinds: ["open-question"],
    title: "Questions left open",
    none: "No question stayed open.",
    icon: "question",
    ink: "",
  },
  {
    kinds: ["contradiction"],
    title: "Contradictions",
    none: "Code found no two places that disagree.",
    icon: "warning",
    ink: "ink-warn",
  },
  { kinds: ["mend"], title: "What was mended", none: "Nothing had to be mended.", icon: "passed", ink: "ink-ok" },
  {
    kinds: ["assumption"],
    title: "Assumptions made",
    none: "No assumption was recorded.",
    icon: "bindings",
    ink: "",
  },
  {
    kinds: ["documents", "run"],
    title: "What was written and run",
    none: "Nothing was written or run.",
    icon: "design",
    ink: "muted",
  },
  { kinds: ["timing"], title: "Time", none: "", icon: "clock", ink: "muted" },
  { kinds: ["notice"], title: "To be noted", none: "", icon: "eye", ink: "muted" },
];

/** What of all this there was nothing to tell about, in sentences. */
export function nothingOf({ facts, hints, skips }: Pick<Report, "facts" | "hints" | "skips">): string {
  const nones = factKinds
    .filter(({ kinds, none }) => none !== "" && !facts.some(({ kind }) => kinds.includes(kind)))
    .map(({ none }) => none);
  if (hints.length === 0) nones.push("No hint was taken.");
  if (skips.length === 0) nones.push("No question was skipped.");
  return nones.join(" ");
}
