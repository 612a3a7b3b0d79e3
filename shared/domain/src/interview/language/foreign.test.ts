import { expect, test } from "vitest";
import { isForeign } from "./foreign.ts";

test.each([
  "كم عدد القراءات في الثانية؟",
  "האם הקישורים פגים?",
  "每秒有多少次读取？",
  "Сколько чтений в секунду?",
  "Wie viele Lesezugriffe gibt es pro Sekunde?",
  "Laufen die Links ab?",
  "Combien de lectures par seconde faut-il ?",
  "Est-ce que les liens expirent ?",
  "¿Cuántas lecturas hay por segundo?",
  "¿Los enlaces caducan o no? ¿Hay que borrar los enlaces?",
  "Quantas leituras há por segundo?",
  "Quante letture ci sono al secondo?",
])("%s is written in another language", (text) => {
  expect(isForeign(text)).toBe(true);
});

test.each([
  "How many reads a second?",
  "Do links expire?",
  "per se, do we need o(1) lookups?",
  "is the DB on AWS RDS with pg 16?",
  "die rate of the pods?",
  "What about las vegas and los angeles?",
  "Does el niño traffic count?",
  "p99?",
  "302 or 301?",
  "CNAME, A, AAAA?",
  "",
])("%s is not", (text) => {
  expect(isForeign(text)).toBe(false);
});
