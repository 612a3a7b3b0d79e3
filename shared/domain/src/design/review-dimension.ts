import type { Finding } from "./finding.ts";

/** The four under which findings are grouped, whoever found them. */
export const reviewDimensions = ["scalability", "reliability", "data model", "API design"] as const;
export type ReviewDimension = (typeof reviewDimensions)[number];

/** Of a finding by a model, the rule's name. */
export const ruleOf = (dimension: ReviewDimension): string => `review/${dimension.toLowerCase().replace(" ", "-")}`;

const byWord: [ReviewDimension, RegExp][] = [
  ["reliability", /idempot|retry|replica|single|gateway|queue|consumer|health/],
  ["scalability", /index|pagina|cache|limit|hops/],
];

/** Where a finding belongs: by its rule, else by the document that it is about. */
export function dimensionOf({ rule, document }: Pick<Finding, "rule" | "document">): ReviewDimension {
  const byModel = reviewDimensions.find((dimension) => ruleOf(dimension) === rule);
  if (byModel !== undefined) return byModel;
  const word = byWord.find(([, pattern]) => pattern.test(rule))?.[0];
  if (word !== undefined) return word;
  return document === "schema" ? "data model" : document === "api" ? "API design" : "reliability";
}
