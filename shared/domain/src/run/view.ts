import type { DocumentName, DocumentVersion } from "../document/document.ts";
import type { RunId } from "../id.ts";
import type { Suite, Verdict } from "../judge/result.ts";
import type { Person } from "../room/person.ts";
import type { Run } from "./run.ts";
import type { RunStatus } from "./status.ts";

/** What is true of a run whatever happens in it. */
export interface RunHead {
  id: RunId;
  /** Counts from 1 in each room. */
  number: number;
  startedBy: Person;
  target: string;
  suites: Suite[];
  /** What it froze: the committed version of each document. */
  versions: Record<DocumentName, DocumentVersion>;
  createdAt: string;
  finishedAt: string | null;
}

/** A line in the list of a room's runs. */
export interface RunSummary extends RunHead {
  status: RunStatus;
  verdict: Verdict | null;
  tests: { passed: number; failed: number; other: number };
}

/** The whole of a run: its head and the fold of its events up to `lastSeq`. */
export interface RunView extends RunHead, Run {
  roomId: string;
  /** Where the deployment answers while it lives; empty for those who may not ask it themselves. */
  endpoints: { component: string; url: string }[];
}
