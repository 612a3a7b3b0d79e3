import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseAddress, StandbyAddress } from "@proofroom/domain/infrastructure/component-message";
import type { Component } from "./component.ts";
import type { PartProcess, Peers } from "./parts/part.ts";

export interface Directory extends Peers {
  /** From now on its address is known; null is a design without a database. */
  foundDatabase(address: DatabaseAddress | null): void;
  /** Empty where none is drawn. */
  foundStandbys(all: { id: string; address: StandbyAddress }[]): void;
  /** Whoever still waits for a database waits in vain, and is stopped. */
  close(): void;
}

/** Who is where in a deployment that is starting: whoever asks is answered when it is known. */
export function createPeers(started: { part: PartProcess; process: Component }[], folder: string): Directory {
  const database = Promise.withResolvers<DatabaseAddress | null>();
  const standbys = Promise.withResolvers<{ id: string; address: StandbyAddress }[]>();
  for (const { promise } of [database, standbys]) promise.catch(() => {});
  const processes = (id: string) => started.filter(({ part }) => part.id === id);
  const peer = async ({ part, process: { listening } }: (typeof started)[number]) => ({
    component: part.component,
    host: "127.0.0.1",
    port: await listening,
  });
  const of: Peers["of"] = (id) => Promise.all(processes(id).map(peer));
  return {
    of,
    async first(id) {
      const [first] = processes(id);
      return first === undefined ? null : peer(first);
    },
    ofAll: async (ids) => (await Promise.all(ids.map(of))).flat(),
    database: () => database.promise,
    standbys: async (ids) =>
      (await standbys.promise).filter(({ id }) => ids.includes(id)).map(({ address }) => address),
    folder(component) {
      const own = join(folder, component.replaceAll(/[^\w.-]/g, "_"));
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return own;
    },
    foundDatabase: (address) => database.resolve(address),
    foundStandbys: (all) => standbys.resolve(all),
    close: () => [database, standbys].forEach(({ reject }) => reject(new Error("the boot is over"))),
  };
}
