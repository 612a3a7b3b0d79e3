import { isParameter, segmentsOf } from "../../api/path.ts";
import type { Endpoint } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { stems } from "../names.ts";
import { isNamed, type Sense, senseOf, written } from "../sense.ts";

type Parameter = Endpoint["parameters"][number];

/** The parameter that carries a field. Of `/seats/{id}` the id is a seat's, and stands for no other field that goes by `id` too. */
export function parameterFor(endpoint: Endpoint, capability: Capability, sense: Sense): Parameter | undefined {
  const parts = segmentsOf(endpoint.path);
  const named = endpoint.parameters.flatMap((parameter) => {
    const { name, in: where } = parameter;
    // `X-Cliente` is called as `cliente` is.
    if (where === "header") return [{ parameter, name: name.replace(/^x-/i, "") }];
    const before = parts[parts.indexOf(`{${name}}`) - 1] ?? "";
    if (where !== "path" || before === "" || isParameter(before)) return [{ parameter, name }];
    // Of `/seat-holds/{id}` it is a seat hold's id, and a hold's.
    const owner = stems(before);
    const wholes = owner.map((_, n) => `${owner.slice(n).join(" ")} ${name}`);
    const whole = wholes.find((one) => isNamed(sense, one));
    if (whole !== undefined) return [{ parameter, name: whole }];
    const others = Object.keys(capability.in).map((field) => senseOf(capability, field));
    const isAnothers = wholes.some((one) => others.some((other) => isNamed(other, one)));
    return isAnothers ? [] : [{ parameter, name }];
  });
  return written(named, ({ name }) => name, sense)?.parameter;
}
