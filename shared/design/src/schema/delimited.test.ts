import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadReader());

const table = "create table seats (id int primary key, status text);\n";
const procedure =
  "CREATE PROCEDURE `hold_seat`(IN p INT)\nBEGIN\n  UPDATE seats SET status = 'held' WHERE id = p;\nEND //\n";

test("a procedure of MySQL between its delimiters is read, not run, and what stands behind it is where it was", () => {
  const { tables, findings } = readSchema(
    `${table}DELIMITER //\n${procedure}DELIMITER ;\ncreate table more (id int primary key);\n`,
  );
  expect(tables.map(({ name, line }) => [name, line])).toEqual([
    ["seats", 1],
    ["more", 8],
  ]);
  expect(findings.map(({ severity, line, message }) => [severity, line, message.split(":")[0]])).toEqual([
    ["warning", 3, "The procedure hold_seat is not run"],
  ]);
});

test("a trigger between delimiters stays, and is refused", () => {
  const trigger = "CREATE TRIGGER t BEFORE UPDATE ON seats FOR EACH ROW BEGIN SET NEW.status = 'x'; END //\n";
  const { findings } = readSchema(`${table}DELIMITER //\n${trigger}DELIMITER ;\n`);
  expect(findings.some(({ severity }) => severity === "error")).toBe(true);
});
