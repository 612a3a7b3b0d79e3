import { expect, test } from "vitest";
import { randomText } from "./random-text.ts";

const made = (type: string) => randomText({ name: "id", type, nullable: false, generated: false, line: 1 }, 7);

test("a column as long as a UUID is filled with one, a char to its end, and any other text as is usual", () => {
  expect(made("char(36)")).toEqual({ uuid: true });
  expect(made("varchar(36)")).toEqual({ uuid: true });
  expect(made("char(26)")).toEqual({ base62: 26 });
  expect(made("char(64)")).toEqual({ base62: 32 });
  expect(made("varchar(4)")).toEqual({ base62: 4 });
  expect(made("varchar(255)")).toEqual({ base62: 7 });
  expect(made("text")).toEqual({ base62: 7 });
});

test("a check of its length is kept to", () => {
  const checked = (length: { least: number; most?: number }, type = "text") =>
    randomText({ name: "id", type, nullable: false, generated: false, length, line: 1 }, 7);
  expect(checked({ least: 8, most: 8 })).toEqual({ base62: 8 });
  expect(checked({ least: 4, most: 12 })).toEqual({ base62: 7 });
  expect(checked({ least: 0, most: 6 }, "varchar(20)")).toEqual({ base62: 6 });
  expect(checked({ least: 36, most: 36 })).toEqual({ uuid: true });
});

test("it is as long as it is told, whatever is usual, and as its column has room", () => {
  const told = (characters: number, type = "text") =>
    randomText({ name: "code", type, nullable: false, generated: false, line: 1 }, 7, [
      `The code is ${characters} random base62 characters.`,
    ]);
  expect(told(11)).toEqual({ base62: 11 });
  expect(told(4)).toEqual({ base62: 4 });
  expect(told(11, "varchar(10)")).toEqual({ base62: 10 });
  expect(told(11, "varchar(64)")).toEqual({ base62: 11 });
});
