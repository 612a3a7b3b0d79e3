import { expect, test } from "vitest";
import { isAnsweredAgain } from "./told-again.ts";

test.each([
  ["id_zadania", "- takie idZadania już jest: czytamy tamten wiersz i zwracamy 200"],
  ["client_ref", "same clientRef again: 200"],
  ["verwijzing", "`verwijzing` al gezien: 200"],
])("%s is answered again: %s", (name, line) => expect(isAnsweredAgain(name, line)).toBe(true));

test.each([
  ["id_zadania", "- takie idZadania już jest: 409"],
  ["id_zadania", "- takie idZadaniaKlienta już jest: 200"],
  ["id_zadania", "- to idZadania już było: 200 i nowy skrót"],
])("%s is not: %s", (name, line) => expect(isAnsweredAgain(name, line)).toBe(false));
