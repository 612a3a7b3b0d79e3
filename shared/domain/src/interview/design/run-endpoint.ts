import type { Operation } from "../../design/model.ts";
import type { DesignView } from "./design-view.ts";

/** The endpoint that a request went to: of several that match, the one with the fewest holes. */
export function endpointFor(view: DesignView, method: string, path: string): DesignView["operations"][number] | null {
  const [asked = ""] = path.slice(0, 2_000).split("?");
  const fitting = view.operations.filter(
    ({ operation }) => operation.method === method.toUpperCase() && fits(operation, asked),
  );
  return fitting.toSorted((a, b) => holes(a.operation) - holes(b.operation))[0] ?? null;
}

const holes = ({ path }: Operation): number => path.split("{").length - 1;

function fits({ path }: Operation, asked: string): boolean {
  const wanted = path.split("/").filter((part) => part !== "");
  const given = asked.split("/").filter((part) => part !== "");
  // What a server puts before all paths is passed over.
  const rest = given.slice(Math.max(0, given.length - wanted.length));
  return rest.length === wanted.length && wanted.every((part, n) => part.includes("{") || part === rest[n]);
}
