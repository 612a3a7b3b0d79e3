import type { Endpoint } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { wordsIn } from "./names.ts";
import { sectionsOf } from "./sections.ts";

type Serving = Pick<Endpoint, "line" | "path"> & { capability: string };

/** What the design document says of the endpoint at a line of the API document, in the sections about what it serves. */
export function toldInDesign(
  design: string,
  serving: readonly Serving[],
  capabilities: Record<string, Capability>,
): (line: number) => string {
  const subjects = new Map<string, string[]>();
  for (const { path, capability } of serving) {
    // `/holds/{id}/confirm` is not about how holds are made.
    const last = path.split("/").findLast((part) => part !== "" && !/[{:]/.test(part)) ?? "";
    const words = [capability, ...(capabilities[capability]?.find.words ?? []), last];
    subjects.set(capability, words.flatMap(wordsIn));
  }
  const sectionOf = sectionsOf(design, subjects);
  return (line) => sectionOf(serving.find((one) => one.line === line)?.capability ?? "");
}
