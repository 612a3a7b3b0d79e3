import { itemsIn } from "./calls.ts";
import { type Choices, pairsIn } from "./python-values.ts";
import type { Block } from "./indented.ts";

const enumClass = /^class (\w+)\(.*(?:Choices|Enum)\b.*\):/;
const constant = /^(\w+)(?:\s*:\s*[^=]+)?\s*=\s*(?=[[(])/;

/** The enums and the lists of choices that a text or a class names; those of a class also with its name before theirs. */
export function choicesIn(blocks: readonly Block[]): Choices {
  const found = new Map<string, { name: string; value: string }[]>();
  const addAll = (inside: readonly Block[], owner: string): void => {
    for (const { head, body } of inside) {
      const name = enumClass.exec(head.code)?.[1];
      if (name !== undefined) found.set(owner + name, body.flatMap(memberOf));
      const list = constant.exec(head.code);
      const values = list === null ? [] : pairsIn(head.code.slice(list[0].length));
      if (list?.[1] !== undefined && values.length > 0)
        found.set(
          owner + list[1],
          values.map((value) => ({ name: value, value })),
        );
    }
  };
  addAll(blocks, "");
  for (const { head, body } of blocks) {
    const owner = /^class (\w+)/.exec(head.code)?.[1];
    if (owner !== undefined && !enumClass.test(head.code)) addAll(body, `${owner}.`);
  }
  return found;
}

/** `HELD = "held", "Held"` of an enum. */
function memberOf({ head }: Block): { name: string; value: string }[] {
  const [all, name] = /^(\w+)\s*=\s*/.exec(head.code) ?? [];
  const value =
    all === undefined ? undefined : itemsIn(head.code.slice(all.length).replace(/^\((.*)\)$/, "$1"), "#")[0];
  if (name === undefined || value === undefined || !/^["'\d-]/.test(value)) {
    return name !== undefined && value?.startsWith("auto(") === true ? [{ name, value: `"${name}"` }] : [];
  }
  return [{ name, value }];
}

/** The same, with those of a class by their bare names, as they are said inside of it. */
export function choicesWithin(choices: Choices, owner: string): Choices {
  const inside = [...choices].flatMap(([name, values]) =>
    name.startsWith(`${owner}.`) ? [[name.slice(owner.length + 1), values] as const] : [],
  );
  return new Map([...choices, ...inside]);
}
