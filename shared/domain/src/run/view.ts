import * as z from "zod/mini";
import { DocumentName, DocumentVersion } from "../document/document.ts";
import { RoomId, RunId } from "../id.ts";
import { Suite, Verdict } from "../judge/result.ts";
import { Person } from "../room/person.ts";
import { ExplanationView } from "./explanation.ts";
import { Run } from "./run.ts";
import { RunStatus } from "./status.ts";

/** What is true of a run whatever happens in it. */
export const RunHead = z.object({
  id: RunId,
  /** Counts from 1 in each room. */
  number: z.int(),
  startedBy: Person,
  target: z.string(),
  suites: z.array(Suite),
  /** What it froze: the committed version of each document. */
  versions: z.record(DocumentName, DocumentVersion),
  createdAt: z.string(),
  finishedAt: z.nullable(z.string()),
});
export type RunHead = z.infer<typeof RunHead>;

/** A line in the list of a room's runs. */
export const RunSummary = z.object({
  ...RunHead.shape,
  status: RunStatus,
  verdict: z.nullable(Verdict),
  tests: z.object({ passed: z.int(), failed: z.int(), other: z.int() }),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** The whole of a run: its head and the fold of its events up to `lastSeq`. */
export const RunView = z.object({
  ...RunHead.shape,
  ...Run.shape,
  explanation: z.optional(ExplanationView),
  roomId: RoomId,
  /** Where the deployment answers while it lives; empty for those who may not ask it themselves. */
  endpoints: z.array(z.object({ component: z.string(), url: z.string() })),
});
export type RunView = z.infer<typeof RunView>;
