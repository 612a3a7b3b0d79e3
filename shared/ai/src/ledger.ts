import type { Purse, Tier, Usage } from "./model.ts";

/** Where money for requests is taken from before they are sent, and what they did cost is written down. */
export interface Ledger {
  /** Takes at most this much. A room under policy `off` is refused in the same statement. */
  reserve(purse: Purse, asked: Asked): Promise<Reserved>;
  /** Gives the reservation back and writes the request down, in one statement. */
  settle(reservation: string, turn: SettledTurn): Promise<void>;
}

export interface Asked {
  /** At most what it costs with each of the two models, in US dollars. */
  usd: Record<Tier, number>;
  /** Only this one will do. */
  tier: Tier | null;
  /** False within a tool loop, which counts once towards the turns in a minute. */
  isNewTurn: boolean;
}

export type Reserved =
  | { outcome: "reserved"; id: string; tier: Tier }
  | { outcome: "off" | "exhausted" | "too-many-turns" };

export interface SettledTurn {
  id: string;
  purse: Purse;
  promptHash: string;
  promptVersion: string;
  model: string;
  effort: string | null;
  requestId: string | null;
  usage: Usage;
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
