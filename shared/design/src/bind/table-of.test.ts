import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(loadReader);

const listed = (schema: string, api: string) =>
  readDesign({ schema, api, design: "" }, {}).operations[0]?.steps.find((step) => "list" in step);

test.each([
  ["tapahtuma", "paikka", "varaus", "/tapahtumat/{tapahtuma}/paikat"],
  ["esemény", "hely", "foglalás", "/események/{esemény}/helyek"],
  ["konzert", "platz", "buchung", "/konzerte/{konzert}/plätze"],
  ["konzert", "platz", "buchung", "/konzerte/{konzert}/plaetze"],
  ["koncert", "krzesło", "rezerwacja", "/koncerty/{koncert}/krzesła"],
])(
  "of %s a list is of what the end of its path names, in whatever case: %s and not %s",
  (event, seat, booking, path) => {
    const schema = `create table "${event}" (id integer primary key);
create table "${seat}" ("${event}" integer not null references "${event}"(id), row_no integer not null, primary key ("${event}", row_no));
create table "${booking}" (id uuid primary key, "${event}" integer not null, row_no integer not null, foreign key ("${event}", row_no) references "${seat}");`;
    expect(listed(schema, `GET ${path} -> 200 [{row_no}]`)).toMatchObject({ list: seat });
  },
);
