import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../../../read.ts";
import { waysIn } from "../../way-of.ts";

beforeAll(() => loadReader());
const { read } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

const schema = `create table koltuklar (
  id bigserial primary key,
  durum text not null default 'bos' check (durum in ('bos','tutuldu','satildi')),
  tutan_kullanici text,
  tutma_id uuid unique,
  tutma_bitis timestamptz
);
create table biletler (
  id bigserial primary key, koltuk_id bigint not null unique references koltuklar, kullanici text not null, tekrar_anahtari text not null unique
);`;
const api = `POST /koltuklar/{koltukId}/tut {kullanici: string} -> 201 {tutmaId, bitis} | 409
POST /tutmalar/{tutmaId}/onayla [Idempotency-Key] -> 200 {biletId} | 410
`;
const hold = (sets: string) =>
  `Tutma (hold): \`UPDATE koltuklar SET durum = 'tutuldu', ${sets}, tutma_id = gen_random_uuid(), tutma_bitis = now() + interval '2 minutes' WHERE id = $2 AND (durum = 'bos' OR (durum = 'tutuldu' AND tutma_bitis < now())) RETURNING tutma_id\`\n\n`;
const served = (design: string) => {
  const { operations, findings } = read(schema, api, design);
  const of = (name: string) => operations.find(({ capability }) => capability === name);
  return {
    hold: of("hold"),
    confirm: of("confirm"),
    asked: findings.filter(({ severity }) => severity === "question"),
  };
};

test.each(["tutan_kullanici = $1", "tutan_kullanici = :kullanici", "tutan_kullanici = ?"])(
  "a column that a statement fills from outside is filled with the field by whose name it ends: %s",
  (sets) => {
    expect(served(hold(sets)).hold?.steps[0]).toMatchObject({ set: { tutan_kullanici: "$body.kullanici" } });
  },
);

test("a column that a statement leaves, or fills itself, is not filled with a field", () => {
  expect(JSON.stringify(served(hold("tutan_kullanici = 'x'")).hold?.steps)).not.toContain("$body.kullanici");
});

test.each([
  "`tekrar_anahtari` is the Idempotency-Key; the same key again returns the ticket.",
  "The Idempotency-Key is stored in biletler.tekrar_anahtari.",
  "tekrar_anahtari = Idempotency-Key",
  "Le header Idempotency-Key est gardé en tekrar_anahtari.",
])(
  "what stands in the path and is empty until somebody has the row is the hold, and what is called the key keeps it: %s",
  (told) => {
    const { confirm } = served(`${hold("tutan_kullanici = $1")}${told}`);
    expect(confirm?.inputs["hold"]).toMatchObject({ in: "path", name: "tutmaId" });
    expect(confirm?.idempotency).toMatchObject({ column: "biletler.tekrar_anahtari" });
  },
);

test("a column that is said to be no key keeps none", () => {
  expect(served("tekrar_anahtari is not the Idempotency-Key.").confirm?.idempotency).toBeUndefined();
});

const claims = `create table seats (id bigserial primary key);
create sequence order_no_seq start 100001;
create table claims (
  seat_id bigint primary key references seats, hold_id uuid not null unique, user_id text not null, expires_at timestamptz not null,
  sold_at timestamptz, order_no bigint unique, check ((sold_at is null) = (order_no is null))
);`;
const selling = (order: string) =>
  read(
    claims,
    "POST /seats/{seatId}/hold {user_id: string} -> 201 {hold_id} | 409\nPOST /holds/{holdId}/confirm -> 200 {order_no} | 410\n",
    `Confirm: \`UPDATE claims SET sold_at = now(), order_no = ${order} WHERE hold_id = $1 AND sold_at IS NULL AND expires_at > now() RETURNING order_no\``,
  ).operations.find(({ capability }) => capability === "confirm");

test.each(["nextval('order_no_seq')", "NEXT VALUE FOR order_no_seq"])(
  "a number that a statement draws from a sequence is drawn as the row is changed: %s",
  (order) => {
    expect(JSON.stringify(selling(order)?.steps)).toContain('"order_no":{"nextval":"order_no_seq"}');
    expect(selling(order)?.words.join(" ")).toContain("order_no = the next number of order_no_seq");
  },
);

test.each(["currval('order_no_seq')", "order_no + 1", "$2"])("what is no next number is none: %s", (order) => {
  expect(JSON.stringify(selling(order)?.steps)).not.toContain("nextval");
});

test("a state that a statement sets is set, also where its word is unknown", () => {
  const states = "('bos','tutuldu','odeniyor','satildi')";
  const unknown = schema.replace("('bos','tutuldu','satildi')", states).replaceAll("tutuldu", "bekletildi");
  const told = hold("tutan_kullanici = $1").replaceAll("tutuldu", "bekletildi");
  const of = (design: string) =>
    read(unknown, api, design).operations.find(({ capability }) => capability === "hold")?.steps;
  expect(JSON.stringify(of(told))).toMatch(/"set":.*"durum":"bekletildi".*"where"/);
  expect(JSON.stringify(of(told.replace("SET durum = 'bekletildi'", "SET durum = 'baska'")))).not.toContain("baska");
});

const sold = (sets: string, asks: string) => {
  const { operations } = read(
    `create table seats (id bigserial primary key, label text not null, held_by text, held_until timestamptz, sold_to text);`,
    "POST /seats/{seat_id}/hold {user} -> 200 {held_until} | 409\nPOST /seats/{seat_id}/confirm {user} -> 200 {sold_to} | 409\n",
    `## Hold\n\n\`UPDATE seats SET held_by = $user, held_until = now() + interval '2 minutes' WHERE id = $seat AND sold_to IS NULL AND (held_until IS NULL OR held_until <= now())\`\n\n## Confirm\n\n\`UPDATE seats SET ${sets} WHERE id = $seat AND sold_to IS NULL AND ${asks}held_until > now()\`\n`,
  );
  return JSON.stringify(operations.find(({ capability }) => capability === "confirm")?.steps);
};

test("a column that is set to another one is filled with what that is asked to be, and with nothing where it is not asked for", () => {
  expect(sold("sold_to = held_by", "held_by = $user AND ")).toContain('"sold_to":"$body.user"');
  expect(sold("sold_to = label", "held_by = $user AND ")).not.toContain('"sold_to":"$body.user"');
});
