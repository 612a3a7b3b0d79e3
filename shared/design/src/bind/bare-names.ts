import type { Table } from "@proofroom/domain/design/model";
import { rememberedOf } from "../text/remembered.ts";
import { plain, singular } from "./names.ts";

/**
 * Column → its name without what the columns of a house begin with: `url` of `ds_url`, where another one is called `nr_ordem`, and of `sl_url`,
 * where all of them begin so. None where two would have one name, or nothing is left but that it is an id.
 */
export const bareNames = rememberedOf(({ name: table, columns }: Called): ReadonlyMap<string, string> => {
  const begun = columns.map(({ name }) => partsOf(name));
  const [first] = begun;
  // What is called after its table is found by that.
  const isTheirs =
    begun.length > 2 &&
    singular(first?.begins ?? "") !== singular(table.toLowerCase()) &&
    begun.every(({ begins, as }) => begins === first?.begins && as !== "");
  const isOfHouse = begun.filter(({ begins, as }) => as !== "" && kinds.has(begins)).length > 1;
  const bare = begun.filter(
    ({ begins, as }) =>
      !/^(?:id|uuid|guid|pk|key|no|)$/i.test(as) &&
      (isTheirs || (isOfHouse && (kinds.has(begins) || (codes.has(begins) && isNoThing.test(as))))),
  );
  const times = Map.groupBy(bare, ({ as }) => plain(as));
  return new Map(bare.flatMap(({ name, as }) => (times.get(plain(as))?.length === 1 ? [[name, as]] : [])));
});

type Called = Pick<Table, "name" | "columns">;

function partsOf(name: string): { name: string; begins: string; as: string } {
  const [first = "", ...rest] = name.split("_");
  return { name, begins: first.toLowerCase(), as: first === "" ? "" : rest.join("_") };
}

/** Texts, names, numbers, moments, marks, amounts, quantities and kinds, as houses in Brazil, Spain and Italy have them before a name. */
const kinds: ReadonlySet<string> = new Set(
  "ds dsc des desc nm nom nr nu num dt dta dh hr fl flg ic vl vlr vr tx txt tp sg qt qtd str vch fec fch imp".split(
    " ",
  ),
);

/** `cd_link` is the code of a link, and no link; `cd_cliente` is whoever has it. */
const codes: ReadonlySet<string> = new Set(["cd", "cod", "co"]);
const isNoThing =
  /^(?:cod|code|slug|token|hash|chave|clave|chiave|alias|curt|cort|usuari|utente|client|dono|dueno|autor|conta|cuenta|propriet)/i;
