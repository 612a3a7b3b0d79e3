import type { RunId } from "@proofroom/domain/id";
import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import { loadClientConnectConfig } from "@temporalio/envconfig";
import {
  type ReportInput,
  reportStart,
  type RunInput,
  runStart,
  workflowId,
  workflows,
} from "@proofroom/workflows/contract";

export type WorkflowState = "running" | "closed" | "missing";

/** What this server asks of Temporal, and nothing else. Every call rejects while Temporal is away. */
export interface Engine extends AsyncDisposable {
  /** Starting a run twice is starting it once. */
  start(input: RunInput): Promise<void>;
  cancel(runId: RunId): Promise<"asked" | "missing">;
  state(runId: RunId): Promise<WorkflowState>;
  startReport(input: ReportInput): Promise<void>;
  reportState(input: ReportInput): Promise<WorkflowState>;
  /** Resolves when Temporal answers. */
  ping(): Promise<void>;
}

/**
 * Connects when first needed, so that the server starts, and recovers, whatever Temporal does. `env` counts before the
 * process's own environment, from which Temporal's variables are read.
 */
export function connectEngine(taskQueue: string, env: Record<string, string>): Engine {
  const given = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const overrideEnvVars: Record<string, string> = { ...Object.fromEntries(given), ...env };
  const { connectionOptions, namespace = "default" } = loadClientConnectConfig({ overrideEnvVars });
  // Without the SDK's own retries: they wake up on a closed connection and throw where nobody can catch it.
  const connection = Connection.lazy({ ...connectionOptions, connectTimeout: "2s", interceptors: [] });
  const client = new Client({ connection, namespace });
  const soon = <T>(call: () => Promise<T>): Promise<T> => connection.withDeadline(Date.now() + 3_000, call);
  const handle = (id: string) => client.workflow.getHandle(id);
  const stateOf = (id: string): Promise<WorkflowState> =>
    soon(() => handle(id).describe()).then(
      ({ status }) => (status.name === "RUNNING" ? ("running" as const) : ("closed" as const)),
      missing,
    );
  return {
    start: (input) =>
      soon(() => client.workflow.start(workflows.run, runStart(taskQueue, input))).then(() => {}, unlessStarted),
    cancel: (runId) => soon(() => handle(workflowId.run(runId)).cancel()).then(() => "asked" as const, missing),
    state: (runId) => stateOf(workflowId.run(runId)),
    startReport: (input) =>
      soon(() => client.workflow.start(workflows.report, reportStart(taskQueue, input))).then(() => {}, unlessStarted),
    reportState: (input) => stateOf(workflowId.report(input)),
    ping: async () => void (await soon(() => connection.workflowService.getSystemInfo({}))),
    [Symbol.asyncDispose]: () => connection.close(),
  };
}

function unlessStarted(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}

function missing(error: unknown): "missing" {
  if (error instanceof WorkflowNotFoundError) return "missing";
  throw error;
}
