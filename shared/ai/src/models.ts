import type { ModelChoice, Purpose, Tier } from "./model.ts";

/** Which model answers what. */
export type Models = Record<Purpose, Record<Tier, ModelChoice>>;

export interface ModelSettings {
  /** The voice in the room, design review and explanations. */
  live?: string | undefined;
  evaluation?: string | undefined;
  /** Moderation, summaries, and the voice once most of a budget is spent. */
  moderation?: string | undefined;
}

/** The variables that name other models than the defaults; unset and empty ones leave the default. */
export const modelSettings = (env: Record<string, string | undefined>): ModelSettings => ({
  live: env["ANTHROPIC_MODEL"] || undefined,
  evaluation: env["ANTHROPIC_MODEL_EVALUATION"] || undefined,
  moderation: env["ANTHROPIC_MODEL_MODERATION"] || undefined,
});

export function chooseModels(settings: ModelSettings = {}): Models {
  const live = choose(settings.live ?? "claude-sonnet-5-5", "low");
  const evaluation = settings.evaluation ?? "claude-opus-5-5";
  const small = choose(settings.moderation ?? "claude-haiku-5-5", "low");
  return {
    live: { full: live, cheaper: small },
    review: { full: live, cheaper: small },
    explain: { full: live, cheaper: small },
    evaluation: { full: choose(evaluation, "medium"), cheaper: choose(evaluation, "low") },
    moderation: { full: small, cheaper: small },
    summary: { full: small, cheaper: small },
  };
}

/**
 * An effort is a 400 on models that know none, and so is `between_tools` on those that always think. Sonnet 5.5 is told
 * both: left alone it thinks at length before the first word.
 */
const choose = (model: string, effort: ModelChoice["effort"]): ModelChoice => ({
  model,
  effort: /^claude-[a-z]+-5(-|$)/.test(model) ? effort : null,
  thinking: /^claude-sonnet-5-5(-|$)/.test(model) ? "between_tools" : null,
});
