import type { Finding } from "@proofroom/domain/design/finding";
import type { DesignModel } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { readDesign } from "../../read.ts";

const usual = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";

interface WayOf {
  words: string;
  because: string[];
  offered: string[];
  questions: Finding[];
  confidence: number;
}

/** Designs of a problem as tests of ways look at them. */
export function waysIn(capabilities: Record<string, Capability>) {
  const read = (schema: string, api: string, design = usual): DesignModel =>
    readDesign({ schema, api, design }, capabilities);
  /** What a capability does in words, what in the design shows it, and what else was offered. */
  const way = (schema: string, api: string, capability: string, design = usual): WayOf => {
    const { operations, findings } = read(schema, api, design);
    const found = operations.find((operation) => operation.capability === capability);
    return {
      words: found?.words.join("\n") ?? "",
      because: found?.because?.steps ?? [],
      offered: found?.alternatives?.map(({ label }) => label) ?? [],
      confidence: found?.confidence ?? 0,
      questions: findings.filter(({ severity }) => severity === "question"),
    };
  };
  return { read, way };
}
