import type { RunId } from "@proofroom/domain/id";
import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import { loadClientConnectConfig } from "@temporalio/envconfig";
import { type RunInput, runStart, workflowId, workflows } from "@proofroom/workflows/contract";

/** What this server asks of Temporal, and nothing else. Every call rejects while Temporal is away. */
export interface Engine extends AsyncDisposable {
  /** Starting a run twice is starting it once. */
  start(input: RunInput): Promise<void>;
  cancel(runId: RunId): Promise<"asked" | "missing">;
  state(runId: RunId): Promise<"running" | "closed" | "missing">;
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
  const handle = (runId: RunId) => client.workflow.getHandle(workflowId.run(runId));
  return {
    start: (input) =>
      soon(() => client.workflow.start(workflows.run, runStart(taskQueue, input))).then(
        () => {},
        (error: unknown) => {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        },
      ),
    cancel: (runId) => soon(() => handle(runId).cancel()).then(() => "asked" as const, missing),
    state: (runId) =>
      soon(() => handle(runId).describe()).then(
        ({ status }) => (status.name === "RUNNING" ? ("running" as const) : ("closed" as const)),
        missing,
      ),
    ping: async () => void (await soon(() => connection.workflowService.getSystemInfo({}))),
    [Symbol.asyncDispose]: () => connection.close(),
  };
}

function missing(error: unknown): "missing" {
  if (error instanceof WorkflowNotFoundError) return "missing";
  throw error;
}
