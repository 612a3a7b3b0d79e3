import type { EndpointRead } from "../../api/endpoint.ts";
import { withSigns } from "../../text/underlined.ts";
import { doneIn } from "../ways/told/done/not-done.ts";

/**
 * What the API document itself tells of the endpoint at a line in an operation's description, as the design document would: what is done,
 * and not only what it is for. Nothing of any other.
 */
export function describedIn(
  endpoints: readonly Pick<EndpointRead, "endpoint" | "described">[],
): (line: number) => string {
  const known = new Map<number, string>();
  for (const { endpoint, described } of endpoints) if (described.length >= least) known.set(endpoint.line, described);
  const read = new Map<number, string>();
  return (line) => {
    const described = known.get(line);
    if (described === undefined) return "";
    const told = read.get(line) ?? doneIn(withSigns(described.slice(0, longest)));
    read.set(line, told);
    return told;
  };
}

/** Less than this says what an endpoint is for. */
const least = 100;
/** More than anybody writes about one endpoint. */
const longest = 4_000;
