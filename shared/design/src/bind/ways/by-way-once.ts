import type { Endpoint, Operation } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Known } from "../convention/convention.ts";
import { byWay } from "./by-way.ts";
import type { ByWay } from "./fitting.ts";

/** What an endpoint was found to do, and what it was told then of the columns in which the others keep who asks. */
interface Found {
  capability: Capability;
  asked: { table: string; column: string; who: string | undefined }[];
  way: ByWay;
}

/** By the endpoints of one reading of a design. */
const readings = new WeakMap<readonly Endpoint[], WeakMap<Endpoint, Found>>();

/**
 * As `byWay`, which a reading asks for before and after it is known in which columns the endpoints keep who asks: an endpoint is gone through
 * again only where that changes something of what it looked at.
 */
export function byWayOnce(
  endpoint: Endpoint,
  capability: Capability,
  inputs: Operation["inputs"],
  known: Known,
): ByWay {
  const found = readings.get(known.endpoints) ?? new WeakMap<Endpoint, Found>();
  readings.set(known.endpoints, found);
  const before = found.get(endpoint);
  if (
    before?.capability === capability &&
    before.asked.every(({ table, column, who }) => known.keepsWho(table, column, endpoint) === who)
  )
    return before.way;
  const asked: Found["asked"] = [];
  const keepsWho: Known["keepsWho"] = (table, column, of) => {
    const who = known.keepsWho(table, column, of);
    asked.push({ table, column, who });
    return who;
  };
  const way = byWay(endpoint, capability, inputs, { ...known, keepsWho });
  found.set(endpoint, { capability, asked, way });
  return way;
}
