import type { ComponentKind } from "@proofroom/domain/design/model";
import type { FlowNode } from "./flow.ts";
import { kindOf } from "./kinds.ts";

/** Whether a flowchart shows what runs; it may as well show states, or what is done and decided in turn. */
export function showsComponents(nodes: readonly FlowNode[]): boolean {
  const running = nodes.filter((node) => isRunning(kindOf(node)) && !isStep(node));
  return running.length > nodes.filter(isStep).length;
}

/** Whether something of that kind is a part of what is built. */
export const isRunning = (kind: ComponentKind | undefined): boolean => kind !== undefined && kind !== "client";

/** `Seat free?`, `POST /holds`, `409`, `UPDATE seats … 0 rows`, or a diamond that is no load balancer. */
const isStep = (node: FlowNode): boolean =>
  /\?\s*$|^\s*(?:GET|POST|PUT|PATCH|DELETE)\b|^\s*[1-5]\d\d\b|(?:→|->|\b(?:return\w*|answers?|HTTP|rollback)\b)\W{0,3}[1-5]\d\d\b|\b(?:INSERT|UPDATE|SELECT)\b/.test(
    node.label,
  ) ||
  (node.shape === "diamond" && kindOf(node) === undefined);
