import type { ComponentKind, Edge } from "@proofroom/domain/design/model";
import type { Drawn } from "../topology/drawn.ts";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { drawEdits } from "./draw.ts";
import { fixOf, type Review } from "./seen.ts";

/** Who reaches the database: some service has to, and no client may. */
export const reviewDatabase: Review = (seen, tell) => {
  if (seen.drawing === null) return;
  const { drawn, edges } = seen.drawing;
  const of = (kind: ComponentKind): Drawn[] => drawn.filter(({ component }) => component.kind === kind);
  const databases = of("database");
  const [database] = databases;
  if (database === undefined) return;
  const place = { from: database.at, to: database.at + database.component.id.length };
  const isUsed = (seen.served ?? []).some(({ operation }) =>
    plainSteps(operation.steps).some((step) => tableIn(step) !== undefined),
  );
  const services = of("service");
  const reached = reachedFrom(
    services.map(({ component }) => component.id),
    edges,
  );
  const [service, ...others] = services;
  if (isUsed && service !== undefined && !databases.some(({ component }) => reached.has(component.id)))
    tell("database-unreached", {
      ...place,
      message: `No arrow leads from a service to ${database.component.label}, while endpoints read and write it; draw it from the service that does.`,
      fixes:
        others.length > 0
          ? []
          : [
              fixOf(
                `${service.component.label} uses it`,
                drawEdits(seen, [`${service.component.id} --> ${database.component.id}`]),
              ),
            ],
    });
  const clients = new Set(of("client").map(({ component }) => component.id));
  for (const { component, at } of databases) {
    const edge = edges.find(({ from, to }) => to === component.id && clients.has(from));
    if (edge === undefined) continue;
    const who = drawn.find((one) => one.component.id === edge.from)?.component.label ?? edge.from;
    tell("client-at-database", {
      from: at,
      to: at + component.id.length,
      message: `${who} is drawn at ${component.label} itself: it would need the password, and nothing checks what it asks. Let the arrow lead to the service.`,
    });
  }
};

/** What an arrow leads to from these, over whatever lies between; arrows drawn from the database to whom it answers count too. */
function reachedFrom(ids: string[], edges: Edge[]): Set<string> {
  const reached = new Set(ids);
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
  }
  for (const { from, to } of edges) if (ids.includes(to)) reached.add(from);
  return reached;
}
