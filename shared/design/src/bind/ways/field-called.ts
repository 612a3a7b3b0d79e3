import { fieldsOf } from "../fields.ts";
import { plain } from "../names.ts";
import type { Stage } from "./stage.ts";

/** `:paid_at`, `@PaidAt` and `${req.body.paidAt}` are the field of the request with that name. */
export function fieldCalled(name: string, { endpoint }: Pick<Stage, "endpoint">): string | undefined {
  const [last = ""] = name.split(".").slice(-1);
  const bare = plain(last);
  if (bare === "" || /^\d/.test(last)) return undefined;
  const sent = [
    ...endpoint.parameters.filter((one) => one.in === "path" || one.in === "query"),
    ...fieldsOf(endpoint.body).map((field) => ({ in: "body", name: field.name })),
  ];
  const found = sent.find((one) => plain(one.name) === bare);
  return found === undefined ? undefined : `$${found.in}.${found.name}`;
}
