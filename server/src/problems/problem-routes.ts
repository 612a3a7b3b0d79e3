import { Difficulty, ProblemSummary, PublicProblem } from "@proofroom/domain/problem/problem";
import { Hono } from "hono";
import * as z from "zod/mini";
import type { Access } from "../auth/access.ts";
import { describe } from "../http/describe.ts";
import { input } from "../http/input.ts";
import { notFound } from "../http/refusal.ts";

const Filter = z.object({ difficulty: z.optional(Difficulty), tag: z.optional(z.string()) });

/** Only what a candidate may see is ever loaded here. */
export const problemRoutes = ({ problems, access }: { problems: PublicProblem[]; access: Access }) =>
  new Hono()
    .get(
      "/",
      describe("The problems, of a difficulty or with a tag", { 200: z.object({ problems: z.array(ProblemSummary) }) }),
      access.everybody,
      input("query", Filter),
      (c) => {
        const { difficulty, tag } = c.req.valid("query");
        const fitting = problems
          .filter((problem) => difficulty === undefined || problem.difficulty === difficulty)
          .filter((problem) => tag === undefined || problem.tags.includes(tag))
          .map(({ id, title, summary, difficulty, minutes, tags }) => ({
            id,
            title,
            summary,
            difficulty,
            minutes,
            tags,
          }));
        return c.json({ problems: fitting }, 200);
      },
    )
    .get(
      "/:problem",
      describe("A problem: its brief and what it asks for", { 200: PublicProblem }),
      access.everybody,
      (c) => {
        const problem = problems.find(({ id }) => id === c.req.param("problem"));
        return problem === undefined ? c.json(notFound, 404) : c.json(problem, 200);
      },
    );
