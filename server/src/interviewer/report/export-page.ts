import type { Report } from "@proofroom/domain/interview/report/report";
import {
  debriefSection,
  factSections,
  hintsSections,
  marksSection,
  phasesSection,
  runsSection,
} from "./export-sections.ts";
import { exportStyle } from "./export-style.ts";
import { timeOf } from "./export-words.ts";
import { Markup, markup, nothing } from "./markup.ts";

export interface Exported {
  problem: string;
  mode: string;
  endedAt: string | null;
  report: Report;
}

/** The report as one file that needs nothing else: no script, no picture, readable on paper and in both themes. */
export function exportPage({ problem, mode, endedAt, report }: Exported): string {
  const ended = endedAt === null ? "" : `, ended ${timeOf(endedAt)}`;
  const reason = report.reason === undefined ? nothing : markup`<p><strong>${report.reason}</strong></p>`;
  const parts = [
    marksSection(report),
    ...factSections(report),
    phasesSection(report),
    ...hintsSections(report),
    runsSection(report),
    debriefSection(report),
  ];
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Report: ${problem}</title>
<style>${new Markup(exportStyle)}</style>
</head>
<body>
<h1>${problem}</h1>
<p class="dim">A ${mode} interview${ended}. ${voiceOf(report)}</p>
${reason}
${parts}
</body>
</html>
`.toString();
}

function voiceOf({ voice, model, status }: Report): string {
  if (status !== "ready") return "This report is not finished.";
  if (voice === "rules") return "Rule-based interviewer: coverage facts, no judgement.";
  return `Facts are counted; marks are a model's (${model ?? "Claude"}) and decide nothing by themselves.`;
}
