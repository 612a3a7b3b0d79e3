import type { Endpoint } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import { stems } from "./names.ts";
import { isNamed, type Sense, senseOf, written } from "./sense.ts";

type Parameter = Endpoint["parameters"][number];

/** The parameter that carries a field. Of `/seats/{id}` the id is a seat's, and stands for no other field that goes by `id` too. */
export function parameterFor(endpoint: Endpoint, capability: Capability, sense: Sense): Parameter | undefined {
  const parts = endpoint.path.split("/");
  const named = endpoint.parameters.flatMap((parameter) => {
    const { name, in: where } = parameter;
    const before = parts[parts.indexOf(`{${name}}`) - 1] ?? "";
    const whole = `${stems(before).join(" ")} ${name}`;
    if (where !== "path" || before === "" || before.startsWith("{")) return [{ parameter, name }];
    if (isNamed(sense, whole)) return [{ parameter, name: whole }];
    const isAnothers = Object.keys(capability.in).some((field) => isNamed(senseOf(capability, field), whole));
    return isAnothers ? [] : [{ parameter, name }];
  });
  return written(named, ({ name }) => name, sense)?.parameter;
}
