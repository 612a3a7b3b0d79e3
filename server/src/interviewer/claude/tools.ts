import type { Tool } from "@proofroom/ai/model";
import * as z from "zod/mini";

const Doc = z.enum(["schema", "api", "design", "topology"]);
const Written = z.enum(["schema", "api", "design"]);

/** What each tool takes; the schema that is sent is made of the same. */
export const toolInputs = {
  read_document: z.strictObject({
    doc: Doc,
    version: z.optional(z.string()),
    from: z.optional(z.int()),
    to: z.optional(z.int()),
  }),
  diff_since: z.strictObject({ doc: Written, version: z.string() }),
  point_at: z.strictObject({
    doc: Written,
    version: z.string(),
    line: z.int(),
    end_line: z.optional(z.int()),
    note: z.string(),
  }),
  get_run_results: z.strictObject({ run_id: z.optional(z.string()) }),
  mark_checklist: z.strictObject({ item: z.string(), evidence_ref: z.string() }),
  stay_silent: z.strictObject({ reason: z.string() }),
};

const descriptions: Record<keyof typeof toolInputs, string> = {
  read_document:
    "Numbered lines of a document, of the version that is current unless you name another. `topology` is the graph that is drawn in the design.",
  diff_since: "Lines of a document that are new or different since an earlier version of it.",
  point_at:
    "Highlights lines for the candidate while you speak of them. The version is the one whose lines you read; a line that does not exist is refused.",
  get_run_results: "What was measured in a run of the design, the newest unless you name another.",
  mark_checklist:
    "Proposes that the item of a question is covered. evidence_ref names what shows it: `schema:14`, `api:3`, `design:20` or `message:7`.",
  stay_silent: "Ends your turn without a word.",
};

/** None of them changes a score, a phase, a hint or a budget. */
export const tools: Tool[] = [
  tool("read_document", toolInputs.read_document),
  tool("diff_since", toolInputs.diff_since),
  tool("point_at", toolInputs.point_at),
  tool("get_run_results", toolInputs.get_run_results),
  tool("mark_checklist", toolInputs.mark_checklist),
  tool("stay_silent", toolInputs.stay_silent),
];

function tool(name: keyof typeof toolInputs, input: z.ZodMiniType): Tool {
  const { $schema: _, ...schema } = z.toJSONSchema(input);
  return { name, description: descriptions[name], input: withoutLimits(schema) };
}

/** Strict tools know no limits of numbers; the check of the input does. */
function withoutLimits(schema: object): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([key]) => key !== "minimum" && key !== "maximum");
  return Object.fromEntries(
    kept.map(([key, value]: [string, unknown]) => [key, isPlain(value) ? withoutLimits(value) : value]),
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
