/**
 * The next number of a sequence as SQL has it: `nextval('order_no_seq')`, `NEXT VALUE FOR order_no_seq`, `order_no_seq.NEXTVAL`. Undefined of
 * anything else, also of a text of which such a number is a part only.
 */
export function nextNumberIn(written: string): { nextval: string } | undefined {
  const [, called, named, owned] = nextNumber.exec(written) ?? [];
  const sequence = called ?? named ?? owned;
  return sequence === undefined ? undefined : { nextval: sequence };
}

const name = String.raw`((?:"?\w{1,63}"?\.)?"?\w{1,63}"?)`;
const asType = String.raw`(?:\s{0,3}::\s{0,3}\w{1,30})?`;
const nextNumber = new RegExp(
  String.raw`^\s{0,9}(?:nextval\s{0,3}\(\s{0,3}'${name}'${asType}\s{0,3}\)|next\s{1,3}value\s{1,3}for\s{1,3}${name}|${name}\.nextval)${asType}["\x60\s]{0,9}$`,
  "i",
);
