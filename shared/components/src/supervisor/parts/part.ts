import type { DatabaseAddress, Peer, StandbyAddress } from "@proofroom/domain/infrastructure/component-message";
import type { DeployedKind } from "@proofroom/domain/infrastructure/blueprint";

/** Where the rest of the deployment is found; each answer comes as soon as it is known. */
export interface Peers {
  /** Every process of a drawn component, in order, once all of them listen; none of one that is not deployed. */
  of(id: string): Promise<Peer[]>;
  /** The first process of a drawn component, once it listens, whether the others do or not. */
  first(id: string): Promise<Peer | null>;
  /** The one process of each of these components. */
  ofAll(ids: readonly string[]): Promise<Peer[]>;
  /** Null where the design has no database. Its schema is applied before anybody hears of it. */
  database(): Promise<DatabaseAddress | null>;
  /** Those of the drawn components that are standbys of the database, once they have its schema. */
  standbys(ids: string[]): Promise<StandbyAddress[]>;
  /** A place of its own for what a component keeps over a restart; gone with the deployment. */
  folder(component: string): string;
}

/**
 * One process of the deployment, of whatever kind. To add a kind: its program is `src/<kind>/main.ts`, which calls
 * `runComponent` with the form of its settings (`component-message.ts`); what the drawing settles about it is a member of the
 * blueprint's `Part`, made by `plan.ts`; and a file in this folder turns that into processes, listed in `parts.ts`. Starting,
 * watching, logging, the clock, counters and stopping are then the same for all: every program loads at once, and `settings`
 * waits for what it names through `Peers`, so nothing need be put in order, but two kinds may not wait for each other.
 */
export interface PartProcess {
  /** `api-2`, as in logs and status. */
  component: string;
  /** As it is drawn: `api`. */
  id: string;
  kind: DeployedKind;
  /** Awaited at each start of the process, while its program loads. */
  settings(peers: Peers): Promise<object>;
}

/** `api-1`, `api-2` where there are several, else `api`. */
export const replicasOf = ({ id, replicas }: { id: string; replicas: number }): string[] =>
  replicas === 1 ? [id] : Array.from({ length: replicas }, (_, n) => `${id}-${n + 1}`);
