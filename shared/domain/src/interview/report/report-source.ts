import type { DesignModel } from "../../design/model.ts";
import type { DocumentName } from "../../document/document.ts";
import type { TestResult, Verdict } from "../../judge/result.ts";
import type { RoomEvent } from "../../room/channel.ts";
import type { RunStatus } from "../../run/status.ts";
import type { Item } from "../item.ts";
import type { KeptNote } from "../note.ts";
import type { ReportTexts } from "./report-proof.ts";

/** A run as the report shows it beside what was said. */
export interface ReportRun {
  runId: string;
  number: number;
  status: RunStatus;
  verdict: Verdict | null;
  finishedAt: string | null;
  results: readonly TestResult[];
}

/** How often a person's edits of a document were committed. */
export interface Edits {
  person: string;
  document: DocumentName;
  commits: number;
}

/** All that a report's counted part is made of; whoever reads the database gathers it. */
export interface ReportSource {
  /** The room's, in order, and the staff's, whose `seq` counts by itself. */
  events: readonly RoomEvent[];
  staffEvents: readonly RoomEvent[];
  notes: readonly KeptNote[];
  texts: ReportTexts;
  /** What the last texts mean; null where nobody could read them. */
  model: DesignModel | null;
  edits: readonly Edits[];
  runs: readonly ReportRun[];
  /** Whose words in the chat count: not those of whoever led the interview. */
  candidates: ReadonlySet<string>;
  /** Of the problem's pack; none where it has no pack. */
  items: readonly Item[];
}
