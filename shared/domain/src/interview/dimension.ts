import * as z from "zod/mini";

export const Dimension = z.enum([
  "requirements",
  "api",
  "data-model",
  "architecture",
  "scaling",
  "reliability",
  "communication",
]);
export type Dimension = z.infer<typeof Dimension>;

export const Mark = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal("not_observed")]);
export type Mark = z.infer<typeof Mark>;
