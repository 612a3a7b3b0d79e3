import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problemsDir } from "@proofroom/problems/public";
import fc from "fast-check";
import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "../read-schema.ts";
import { clicked } from "./clicked.ts";
import { modelsIn } from "./models-in.ts";

beforeAll(() => loadModule());

const texts = [
  "from django.db import models\nclass Link(models.Model):\n    code = models.CharField(max_length=8)\n",
  'create_table "links" do |t|\n  t.string "code", null: false\nend\n',
  "model Link {\n  code String @id @default(nanoid(7))\n}\n",
  "from sqlalchemy import Column\nclass Link(Base):\n    __tablename__ = 'links'\n    code = Column(String(8), primary_key=True)\n",
  "@Entity('links')\nexport class Link {\n  @PrimaryColumn()\n  code: string;\n}\n",
  "@Entity\nclass Link {\n    @Id\n    private String code;\n}\n",
  "public class Link\n{\n    public string Code { get; set; } = null!;\n}\n",
  "export const links = pgTable('links', {\n  code: text('code').primaryKey(),\n});\n",
  "Table links {\n  code varchar [pk, note: 'short']\n}\n",
  "Schema::create('links', function (Blueprint $table) {\n    $table->string('code', 8)->primary();\n});\n",
  'type Link struct {\n\tCode string `gorm:"primaryKey"`\n}\n',
  "create table(:links, primary_key: false) do\n  add :code, :string, primary_key: true\nend\n",
  "const Link = sequelize.define('Link', {\n  code: { type: DataTypes.STRING, primaryKey: true },\n});\n",
];

test.each(texts)("a table is found in %j, and what its click writes can be read", (text) => {
  const { told, sql, left } = clicked(text);
  expect(told).toHaveLength(1);
  expect(sql).toMatch(/^create table "?links?"? \(/i);
  expect(left).toEqual([]);
});

test("SQL is no model of a framework, whatever it speaks of", () => {
  const schemas = ["url-shortener", "ticket-booking"].flatMap((problem) => {
    const corpus = join(problemsDir, problem, "corpus");
    return readdirSync(corpus).map((name) => join(corpus, name, "schema.sql"));
  });
  const sql = schemas
    .map((path) => readFileSync(path, "utf8"))
    .filter((text) => /^\s*create\s+table\s+\w/im.test(text));
  expect(sql.length).toBeGreaterThan(50);
  expect(sql.filter((text) => modelsIn(text) !== null)).toEqual([]);
});

test("while models stand there nothing else is told of the schema, and none of its tables is known", () => {
  const { findings, tables, ddl } = readSchema(`${texts[0] ?? ""}\nuse links;\ncreate tabel x (\u200b);\n`);
  expect(findings.map(({ rule }) => rule)).toEqual(["models"]);
  expect([tables, ddl]).toEqual([[], []]);
});

test("SQL between models is kept, and what cannot be carried over stays as a comment", () => {
  const index = "CREATE INDEX lower_code ON links\n  (lower(code));";
  const { sql, left } = clicked(`${texts[0] ?? ""}    seen = Hyper(log=True)\n\n${index}\n`);
  expect(sql).toContain(`\n${index}\n`);
  expect(sql).toContain("-- seen = Hyper(log=True)\n");
  expect(left).toEqual([]);
});

test("however models are cut, doubled or broken, they are one finding at the most", () => {
  const part = fc.record({
    from: fc.nat(200),
    to: fc.nat(200),
    insert: fc.constantFrom("", "(", "}", "'", '"', "`", "\n", "/*", "#", ",", "do", "end"),
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(part, { maxLength: 4 }), (text, parts) => {
      const broken = parts.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
      expect(modelsIn(broken)?.fixes.length ?? 0).toBeLessThan(2);
    }),
    { seed: 7, numRuns: 1_000 },
  );
});

test("a text that is long beyond what is rewritten while somebody types is named, and that at once", () => {
  const { told, sql } = clicked((texts[0] ?? "").padEnd(200_000, "\n# more"));
  expect(told).toHaveLength(1);
  expect(sql).toBe("");
});
