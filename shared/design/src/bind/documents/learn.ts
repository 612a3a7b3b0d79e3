import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { choose } from "../choose.ts";
import { handedOn } from "./handed-on.ts";
import { isSameName } from "../names.ts";
import { nameWithin } from "../convention/nested-name.ts";
import type { SaidCapability } from "../said-capability.ts";
import { inputsOf, wiresOf } from "../wires.ts";
import { withOwnNoun } from "./with-own-noun.ts";

const mostRounds = 3;

/**
 * The capabilities with the names that this design gives their fields: what an endpoint is sent as `ziel`, because that is
 * its only URL, is the URL in its tables and at its other endpoints too. Nobody's list of words holds all languages.
 */
export function learn(
  endpoints: EndpointRead[],
  capabilities: Record<string, Capability>,
  said: ReadonlyMap<EndpointRead, SaidCapability>,
): Record<string, Capability> {
  let known = handedOn(endpoints, capabilities).reduce(
    (so, one) => Object.fromEntries(Object.entries(so).map(([id, capability]) => [id, withOwnNoun(capability, one)])),
    capabilities,
  );
  for (let round = 0; round < mostRounds; round++) {
    const names = namesIn(endpoints, known, said);
    if (names.size === 0) break;
    known = Object.fromEntries(Object.entries(known).map(([id, capability]) => [id, withNames(capability, names)]));
  }
  return known;
}

/** Field → names that its capability's endpoint uses and that are not known for it. */
function namesIn(
  endpoints: EndpointRead[],
  capabilities: Record<string, Capability>,
  said: ReadonlyMap<EndpointRead, SaidCapability>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const names = new Map([...said].map(([read, { name }]) => [read, name]));
  for (const [read, choice] of choose(endpoints, capabilities, names).chosen) {
    const capability = capabilities[choice.capability];
    if (capability === undefined) continue;
    const inputs = inputsOf(read.endpoint, capability, said.get(read));
    const { outputs } = wiresOf(read.endpoint, inputs, [], [], capability, said.get(read));
    for (const [field, { name }] of [...Object.entries(inputs), ...Object.entries(outputs)]) {
      const last = nameWithin(name);
      const isKnown = [field, ...(capability.find.fields[field] ?? [])].some((one) => isSameName(one, last));
      if (isKnown || last === "" || last === "location") continue;
      found.set(field, [...(found.get(field) ?? []), last]);
      if (fieldType(capability.in[field] ?? "").type === "url")
        found.set("redirect", [...(found.get("redirect") ?? []), last]);
    }
  }
  return found;
}

function withNames(capability: Capability, names: ReadonlyMap<string, string[]>): Capability {
  const fields = { ...capability.find.fields };
  for (const field of [...Object.keys(capability.in), ...Object.keys(capability.out)])
    fields[field] = [...new Set([...(names.get(field) ?? []), ...(fields[field] ?? [])])];
  return { ...capability, find: { ...capability.find, fields } };
}
