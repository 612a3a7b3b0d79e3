import { segmentsOf } from "../../api/path.ts";
import type { Column } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { successIn } from "../../api/success.ts";
import type { Asked } from "../asking/asked.ts";
import { keyOf } from "./key-of.ts";
import { wordsIn } from "../names.ts";

export interface StateChange {
  label: string;
  steps: Step[];
}

/** `POST /seats/{id}/release`: the row that the path names, changed to each state that it may have from those before it, the likeliest first. */
export function stateChanges(asked: Asked): StateChange[] {
  const { endpoint, table } = asked;
  const { where, unknown } = keyOf(asked);
  const states = table.columns.filter(({ values, generated }) => !generated && (values?.length ?? 0) > 1);
  const [state, other] = states;
  if (state === undefined || other !== undefined || unknown.length > 0 || Object.keys(where).length === 0) return [];
  const success = successIn(endpoint.responses);
  return inOrder(state, isUndone(asked)).map((value) => {
    const before = statesBefore(value, state);
    const update: Step = {
      update: table.name,
      set: { [state.name]: value },
      where: { ...where, [state.name]: { in: before } },
    };
    return {
      label: `It sets ${state.name} of the row of ${table.name} from ${before.join(" or ")} to ${value}`,
      steps: [update, { return: { status: success?.status ?? 200 } }],
    };
  });
}

/** Those that are listed before it, where a row begins with the first; how it begins is what any other may lead back to. */
function statesBefore(value: string, state: Column): string[] {
  const values = state.values ?? [];
  const at = values.indexOf(value);
  return at > 0 && firstOf(state) === values[0] ? values.slice(0, at) : values.filter((one) => one !== value);
}

/** How a row begins, as far as that is listed. */
export const firstOf = ({ values = [], default: standard }: Column): string | undefined =>
  values.find((value) => standard?.startsWith(`'${value}'`) === true) ?? values[0];

/** What undoes something leads back to how a row begins, and anything else away from there. */
function inOrder(state: Column, isBack: boolean): string[] {
  const { values = [] } = state;
  const first = firstOf(state);
  const rest = values.filter((value) => value !== first);
  if (first === undefined) return rest;
  return isBack ? [first, ...rest] : [...rest, first];
}

const isUndone = ({ endpoint: { method, path } }: Asked): boolean =>
  method === "DELETE" || isUndoing(segmentsOf(path).at(-1) ?? "");

/** Whether the end of a path takes back what another endpoint does. */
export const isUndoing = (said: string): boolean => wordsIn(said).some((word) => undoing.has(word));

const undoing = new Set(
  "release cancel unlock free abandon drop unhold undo reset expire return liberar freigeben annuler lepas batal batalkan".split(
    " ",
  ),
);
