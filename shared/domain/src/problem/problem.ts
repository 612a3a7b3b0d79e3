import * as z from "zod/mini";
import { Ways } from "./way.ts";

export const Difficulty = z.enum(["easy", "medium", "hard"]);
export type Difficulty = z.infer<typeof Difficulty>;

/** What the problem asks for, independent of paths and names: the binder finds the endpoint that serves it. */
export const Capability = z.object({
  title: z.string(),
  required: z._default(z.boolean(), true),
  /** Field → type (`string`, `url`, `int`); the tests speak in these names. */
  in: z.record(z.string(), z.string()),
  /** Field → type; `redirect` is the Location of a 3xx. */
  out: z.record(z.string(), z.string()),
  writes: z._default(z.boolean(), false),
  /** The header under which a repeated send is recognised. */
  idempotentBy: z.optional(z.string()),
  find: z.object({
    methods: z.array(z.string()),
    /** Words that a path, an operationId or a summary would carry. */
    words: z.array(z.string()),
    /** Field → other names under which people write it. */
    fields: z.record(z.string(), z.array(z.string())),
    redirects: z._default(z.boolean(), false),
  }),
  /** What an endpoint that serves it may do, where neither the document says so nor convention. */
  ways: z.optional(Ways),
});
export type Capability = z.infer<typeof Capability>;

/** Everything of a problem that a candidate may see. */
export const PublicProblem = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  difficulty: Difficulty,
  minutes: z.int(),
  tags: z.array(z.string()),
  /** Sentences shown beside the documents: what the problem asks for. */
  needs: z.array(z.string()),
  capabilities: z.record(z.string(), Capability),
  /** Names of the functional tests, in order. */
  tests: z.array(z.string()),
  /** Markdown. */
  brief: z.string(),
  /** What an empty document offers to insert; not the reference. */
  examples: z.object({ schema: z.string(), api: z.string(), design: z.string() }),
});
export type PublicProblem = z.infer<typeof PublicProblem>;

export const ProblemSummary = z.pick(PublicProblem, {
  id: true,
  title: true,
  summary: true,
  difficulty: true,
  minutes: true,
  tags: true,
});
export type ProblemSummary = z.infer<typeof ProblemSummary>;
