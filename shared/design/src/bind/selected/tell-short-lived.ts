import type { Step } from "@proofroom/domain/design/step";
import type { EndpointRead } from "../../api/endpoint.ts";
import { isRecord } from "../fields.ts";
import type { Tell } from "../../text/report.ts";

/** Of a read that finds rows only for so long after they were made, as its own statement says: nobody sees that in a test that does not wait. */
export function tellShortLived({ endpoint, at, end }: EndpointRead, steps: Step[], tell: Tell): void {
  for (const step of steps) {
    const asked: [string, unknown][] = "if" in step ? Object.entries(step.if) : [];
    const [column, is] = asked[0] ?? [];
    const since = isRecord(is) ? (is["lte"] ?? is["lt"]) : undefined;
    const shifted: unknown[] = isRecord(since) && Array.isArray(since["sub"]) ? since["sub"] : [];
    const [from, lasts] = shifted;
    if (from !== "$now" || typeof lasts !== "string") continue;
    const message = `${endpoint.opId} finds a row for ${lasts} from its ${column} on, as its statement says, and that is what is run; after that it answers as if there were none.`;
    tell({ severity: "warning", rule: "lasts-otherwise", message, from: at, to: end });
  }
}
