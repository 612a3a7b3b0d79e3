import type { ModelFailure, Usage } from "./model.ts";

/** Thrown by a model's stream for what a network or a service does; everything else that it throws is a mistake of ours. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly failure: ModelFailure;
  /** What had been used until then, as far as it is known; null when nothing was. */
  readonly usage: Usage | null;
  readonly requestId: string | null;

  constructor(
    failure: ModelFailure,
    detail: string,
    more: { usage?: Usage | null; requestId?: string | null; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.failure = failure;
    this.usage = more.usage ?? null;
    this.requestId = more.requestId ?? null;
  }
}
