import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { waysIn } from "./way-of.ts";

beforeAll(() => loadReader());

const { way } = waysIn(loadPublicProblem(problemsDir, "ticket-booking").capabilities);

/** Seats, holds of them that end, and the endpoints that hold and confirm. */
const hands: [language: string, schema: string, api: string, ends: string, sold: string][] = [
  [
    "Polish",
    `create table miejsca (id int primary key, numer text);
create table rezerwacje (id uuid primary key default gen_random_uuid(), miejsce_id int not null unique references miejsca (id), klient_id int not null,
  stan text not null default 'OCZEKUJE' check (stan in ('OCZEKUJE', 'POTWIERDZONA', 'WYGASLA')), wygasa timestamptz not null);`,
    `POST /miejsca/{miejsce_id}/rezerwacje {klient_id: int} -> 201 {id, wygasa} | 409
POST /rezerwacje/{rezerwacja_id}/potwierdz -> 200 {id} | 410
`,
    'wygasa is before the time now and stan is "OCZEKUJE"',
    'Sets stan = "POTWIERDZONA" in the row of rezerwacje',
  ],
  [
    "Russian in Latin letters",
    `create table mesta (id int primary key, nomer text, sostoyanie text not null default 'SVOBODNO' check (sostoyanie in ('SVOBODNO', 'ZABRONIROVANO', 'PRODANO')),
  zabronirovano_do timestamptz, polzovatel_id int);`,
    `POST /mesta/{mesto_id}/bron {polzovatel_id: int} -> 200 {zabronirovano_do} | 409
POST /mesta/{mesto_id}/kupit {polzovatel_id: int} -> 200 | 409
`,
    'sostoyanie is "ZABRONIROVANO" and zabronirovano_do is before the time now',
    'Sets sostoyanie = "PRODANO" in the row of mesta',
  ],
  [
    "Turkish",
    `create table koltuklar (id int primary key, numara text);
create table rezervasyonlar (id int generated always as identity primary key, koltuk_id int not null unique references koltuklar (id), musteri_id int not null,
  durum text not null default 'BEKLEMEDE' check (durum in ('BEKLEMEDE', 'ONAYLANDI', 'IPTAL')), bitis timestamptz not null);`,
    `POST /rezervasyonlar {koltuk_id: int, musteri_id: int} -> 201 {id, bitis} | 409
POST /rezervasyonlar/{id}/onayla -> 200 | 410
`,
    'bitis is before the time now and durum is "BEKLEMEDE"',
    'Sets durum = "ONAYLANDI" in the row of rezervasyonlar',
  ],
  [
    "Swedish",
    `create table platser (id int primary key, rad text);
create table reservationer (id int generated always as identity primary key, plats_id int not null unique references platser (id), kund_id int not null, utgar timestamptz not null);
create table bokningar (id int generated always as identity primary key, plats_id int not null unique references platser (id), kund_id int not null);`,
    `POST /platser/{plats_id}/reservera {kund_id: int} -> 201 {reservation_id, utgar} | 409
POST /reservationer/{reservation_id}/boka -> 201 {id} | 410
`,
    "utgar is before the time now",
    "Adds a row to bokningar with plats_id = the reservationer row's plats_id, kund_id = the reservationer row's kund_id",
  ],
];

test.each(hands)("%s names are bound without a question", (_language, schema, api, ends, sold) => {
  const hold = way(schema, api, "hold");
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain(ends);
  expect(way(schema, api, "confirm").words).toContain(sold);
});

const finnish = `create table seats (id int primary key, label text);
create table varaukset (id int generated always as identity primary key, seat_id int not null unique references seats (id), kayttaja int, paattyy timestamptz not null);
create table ostot (id int generated always as identity primary key, seat_id int not null unique references seats (id), hinta int not null default 1);
create table hinnat (id int generated always as identity primary key, seat_id int not null references seats (id), hinta int);`;

test("in a language that no list holds, what refers to a seat and ends is a hold, and what can be there once a seat is a booking", () => {
  const api = `POST /seats/{seat_id}/hold {kayttaja: int} -> 201 {hold_id, paattyy} | 409
POST /seats/{seat_id}/confirm {hold_id: int} -> 201 {id} | 410
`;
  const hold = way(finnish, api, "hold");
  expect(hold.questions).toEqual([]);
  expect(hold.words).toContain("Adds a row to varaukset with paattyy = the time now plus");
  expect(hold.words).toContain("Reads the row of ostot whose seat_id is the path's seat_id, if there is one.");
  expect(way(finnish, api, "confirm").words).toContain("Adds a row to ostot");
  const many = way(
    `${finnish} create table tilaukset (seat_id int primary key references seats (id));`,
    api,
    "confirm",
  );
  expect(many.words).not.toContain("Adds a row");
});

test("in a language of which no word is known the seats are the table with a state of three values and one end in time", () => {
  const schema = `create table kohad (id serial primary key, rida text not null,
  olek text not null default 'vaba' check (olek in ('vaba', 'kinni', 'muudud')), kinnipidaja text, kinni_kuni timestamptz);
create table ostud (id serial primary key, koht_id int not null unique references kohad (id), klient text not null);`;
  const api = `POST /kohad/{id}/hoidmine {kinnipidaja} -> 200 {kinni_kuni} | 409
  x-capability: hold
POST /kohad/{id}/ost {klient} -> 201 {ost_id} | 409
`;
  const asked = way(schema, api, "hold").questions.filter(({ line }) => line === 1);
  expect(asked.map(({ rule }) => rule)).toEqual(["which-way"]);
  expect(asked[0]?.fixes?.[0]?.label).toContain(
    "kohad carries olek, of which vaba is free, kinni is held, muudud is sold",
  );
});
