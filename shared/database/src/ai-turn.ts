/** Whose budget pays, and what for. */
export interface AiPurse {
  roomId: string;
  personId: string | null;
  purpose: "live" | "evaluation" | "review" | "explain" | "moderation" | "summary";
}

export type AiTier = "full" | "cheaper";

export interface AiTurn {
  id: string;
  purse: AiPurse;
  promptHash: string;
  promptVersion: string;
  model: string;
  effort: string | null;
  requestId: string | null;
  usage: {
    inputTokens: number;
    outputTokens: number;
    cacheReadTokens: number;
    cacheWriteTokens: number;
    cacheWriteHourTokens: number;
  };
  costUsd: number;
  latencyMillis: number;
  stopReason: string | null;
  docVersions: Record<string, string> | null;
  toolCalls: { name: string; input: unknown }[];
  text: string;
  interrupted: boolean;
  leakBlocked: boolean;
  error: string | null;
}

export type AiReserved =
  | { outcome: "reserved"; id: string; tier: AiTier }
  | { outcome: "off" | "exhausted" | "too-many-turns" };
