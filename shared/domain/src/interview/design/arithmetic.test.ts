import { expect, test } from "vitest";
import type { Column, Table } from "../../design/model.ts";
import { assumedWrites, claimOf, integerBits, keySpaceOf, lengthOf, rowSizeOf, writesOf } from "./arithmetic.ts";
import { type Claim, claimsIn } from "../language/claims.ts";
import { viewOf } from "./design-view.ts";
import type { Reading } from "../reading.ts";

const column = (name: string, type: string): Column => ({ name, type, nullable: false, generated: false, line: 2 });
const table = (...columns: Column[]): Table => ({
  name: "links",
  columns,
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
  line: 1,
});
const spaceOf = (type: string) => {
  const reading: Reading = {
    texts: { schema: "create table links (\n  code x\n);", api: "", design: "" },
    versions: { schema: "1.1", api: "1.1", design: "1.1" },
    model: {
      components: [],
      edges: [],
      tables: [table(column("code", type))],
      operations: [],
      unbound: [],
      findings: [],
    },
  };
  return keySpaceOf(viewOf(reading));
};

test.each([
  ["varchar(5)", 916_132_832, "62^5"],
  ["char(6)", 56_800_235_584, "62^6"],
  ["character varying(7)", 3_521_614_606_208, "62^7"],
  ["integer", 2_147_483_647, "2^31"],
  ["smallint", 32_767, "2^15"],
  ["bigint", 2 ** 63 - 1, "2^63"],
  ["uuid", 2 ** 122, "2^122"],
])("a code of type %s has %d values", (type, keys, formula) => {
  expect(spaceOf(type)).toMatchObject({ keys, formula });
});

test("a text has no bound of its own, and neither has what is not known", () => {
  expect(spaceOf("text")).toBeNull();
  expect(spaceOf("citext")).toBeNull();
  expect(lengthOf("varchar")).toBeNull();
  expect(integerBits("interval")).toBeNull();
});

test("a row weighs its header, its fixed widths and a guess for texts", () => {
  // 28 + 8 + (7 + 1) + (100 + 1) + (36 + 1) + (20 + 1) + 8
  const reference = table(
    column("id", "bigint"),
    column("code", "varchar(7)"),
    column("long_url", "text"),
    column("idem_key", "text"),
    column("owner_id", "text"),
    column("created_at", "timestamptz"),
  );
  expect(rowSizeOf(reference)).toEqual({
    bytes: 211,
    overhead: 28,
    widest: { column: "long_url", bytes: 101 },
    isAssumed: true,
  });
  // 28 + 16 + 1 + 2 + 4
  const fixed = table(column("id", "uuid"), column("is_on", "boolean"), column("n", "smallint"), column("day", "date"));
  expect(rowSizeOf(fixed)).toMatchObject({ bytes: 51, isAssumed: false });
  expect(rowSizeOf(table())).toMatchObject({ bytes: 28, widest: null });
});

const said = (text: string, at: number): Claim[] => claimsIn(text, () => ({ kind: "message", seq: at }), at);

test("the newest claim counts, and none is told to be assumed", () => {
  const claims = [
    ...said("100 writes a second", 1),
    ...said("200 writes a second", 3),
    ...said("150 writes a second", 2),
  ];
  expect(claimOf(claims, "writes")?.value).toBe(200);
  expect(writesOf(claims)).toEqual({ value: 200, isStated: true });
  expect(writesOf([])).toEqual({ value: assumedWrites, isStated: false });
});
