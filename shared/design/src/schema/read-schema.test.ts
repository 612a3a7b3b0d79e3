import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const rules = (text: string) => readSchema(text).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

test("a name that PostgreSQL would cut stops a run, and a click shortens it wherever it stands", () => {
  const long = `seats_${"t".repeat(200)}`;
  const sql = `create table ${long} (id int primary key, "${"x y".repeat(40)}" int);\ncreate table holds (id int primary key, seats int references ${long}(id));`;
  const findings = readSchema(sql).findings.filter(({ rule }) => rule === "name-length");
  expect(findings).toMatchObject([
    { severity: "error", line: 1, fixes: [{ label: "Call it seats_2" }] },
    { severity: "error", line: 1 },
  ]);
  const mended = findings
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), sql);
  expect(mended).toContain("references seats_2(id)");
  expect(readSchema(mended).findings).toEqual([]);
});

test("a table is read with its types, keys, defaults and indexes", () => {
  const { tables, ddl, findings } = readSchema(`create table urls (
  id bigint generated always as identity primary key,
  code varchar(8) default lower('X,)') not null unique,
  price numeric(10,2)[],
  created_at timestamptz not null default now()
);
create unique index on urls (price, created_at);`);
  expect(findings).toEqual([]);
  expect(ddl.map(({ line }) => line)).toEqual([1, 7]);
  expect(tables[0]?.columns.map(({ type }) => type)).toEqual([
    "bigint",
    "varchar(8)",
    "numeric(10,2)[]",
    "timestamptz",
  ]);
  expect(tables[0]?.columns.map((c) => c.default)).toEqual([undefined, "lower('X,)')", undefined, "now()"]);
  expect(tables[0]).toMatchObject({ primaryKey: ["id"], uniques: [["code"], ["price", "created_at"]] });
});

test.each([
  ["copy t from program 'id'", "COPY"],
  ["drop table if exists t", "DROP"],
  ["drop table other", "DROP"],
  ["drop database postgres", "DROP DATABASE"],
  ["do $$ begin end $$", "DO"],
  ["create function f() returns int language sql as 'select 1'", "CREATE FUNCTION"],
  ["select pg_sleep(1000)", "SELECT"],
  ["create table c as select 1", "CREATE TABLE AS"],
  ["create temp table c (id int)", "CREATE TEMP TABLE"],
  ["create extension dblink", "CREATE EXTENSION"],
  ["create event trigger e on ddl_command_end execute function f()", "CREATE EVENT TRIGGER"],
])("%s is refused by the name that people know, with the reason", (sql, kind) => {
  const { findings, ddl } = readSchema(`create table t (id int primary key);\n  ${sql};`);
  expect(findings).toMatchObject([{ severity: "error", rule: "statement", line: 2, column: 3 }]);
  expect(findings[0]?.message).toMatch(new RegExp(`^${kind} is refused: .{20,}`));
  expect(ddl).toHaveLength(1);
});

test.each([
  "begin",
  "commit",
  "set x = 1",
  "grant all on t to u",
  "insert into t values (1)",
  "alter table t owner to u",
  "drop table if exists other, public.another cascade",
  "drop type if exists state",
  "drop schema if exists app cascade",
  "drop database if exists links",
  "create policy mine on t using (true)",
  "create role app login",
  "analyze t",
  "select * from t where id = $1",
  "update t set id = 2 where id = 1 returning id",
  "select cron.schedule('sweep', '* * * * *', 'delete from t')",
  "create extension if not exists plpgsql",
  "create extension postgis",
])("%s is pasted along, told and not run", (sql) => {
  const { findings, ddl } = readSchema(`create table t (id int primary key);\n${sql};`);
  expect(findings).toMatchObject([{ severity: "warning", rule: "statement", line: 2 }]);
  expect(ddl).toHaveLength(1);
});

test("a column of a domain holds what the domain narrows", () => {
  const { tables } = readSchema(
    "create domain web as varchar(200) check (value ~ '^http');\ncreate domain own as web;\ncreate table t (id uuid primary key, a web, b own);",
  );
  expect(tables[0]?.columns.map(({ type }) => type)).toEqual(["uuid", "varchar(200)", "varchar(200)"]);
});

test("places count UTF-16 units, whatever stands before and however lines end", () => {
  expect(rules("-- é😀 naïve\r\n/* 😀😀 */ create table t (é int,,);")).toEqual(["syntax 2:34"]);
  expect(rules("/* 😀é */ create table t (\r\n  '😀' int);")).toEqual(["syntax 2:3"]);
  expect(rules("/* 😀é */ drop table x;")).toEqual(["statement 1:11"]);
});

test("MySQL is named as such, and one click rewrites it into what PostgreSQL reads", () => {
  const sql =
    "create table `user` (\n  `id` INT NOT NULL AUTO_INCREMENT,\n  `at` DATETIME,\n  `on` TINYINT(1),\n  PRIMARY KEY (`id`),\n  KEY k (`at`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;";
  const { findings } = readSchema(sql);
  expect(findings.every(({ rule }) => rule === "mysql")).toBe(true);
  const edit = findings[0]?.fixes?.[0]?.edits[0];
  const rewritten = edit === undefined ? "" : sql.slice(0, edit.from) + edit.insert + sql.slice(edit.to);
  const again = readSchema(rewritten);
  expect(again.findings).toEqual([]);
  expect(again.tables[0]).toMatchObject({ name: "user", primaryKey: ["id"], indexes: [{ columns: ["at"] }] });
});

test("a type that exists elsewhere is told with the one that runs here", () => {
  const { findings } = readSchema("create table t (id int primary key, at datetime, s string);");
  expect(findings.map((f) => f.fixes?.[0]?.edits[0]?.insert)).toEqual(["timestamptz", "text"]);
});

test("what refers to a table, a column or a key has to find it", () => {
  expect(
    rules("create table a (id int primary key, b int references b);\ncreate table b (id int primary key);"),
  ).toEqual(["unknown-table 1:54"]);
  expect(rules("create table t (id int primary key);\ncreate index on t (di);")).toEqual(["unknown-column 2:17"]);
  expect(rules("create table t (id int);\ncreate table u (id int primary key, t int references t (id));")).toContain(
    "reference-not-unique 2:54",
  );
  expect(rules("create table t (id int primary key); create table t (id int primary key);")).toEqual([
    "duplicate-table 1:51",
  ]);
});

test("quotes that a word processor has bent are straightened by a click", () => {
  const sql = "create table t (id int primary key, s text default ‘a’, n text default '‘'); -- it’s";
  const [finding, ...more] = readSchema(sql).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule: "bent-quotes", severity: "error", line: 1, column: 52 });
  const edits = finding?.fixes?.[0]?.edits ?? [];
  const text = edits.reduceRight((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), sql);
  expect(text).toBe("create table t (id int primary key, s text default 'a', n text default '‘'); -- it’s");
  expect(readSchema(text).findings).toEqual([]);
});

test("the JSON form gives the same tables as SQL, and its findings stand in the JSON", () => {
  const json = `{"tables": [
  {"name": "urls", "columns": [
    {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
    {"name": "code", "type": "text", "unique": true, "nullable": false},
    {"name": "owner", "type": "datetime", "default": "now()", "references": "users.id"}
  ], "indexes": [{"columns": ["owner"]}]},
  {"name": "users", "primaryKey": ["id"], "columns": {"id": "bigint"}}
]}`;
  const { tables, findings, ddl } = readSchema(json);
  expect(tables.map(({ name, primaryKey }) => [name, primaryKey])).toEqual([
    ["urls", ["id"]],
    ["users", ["id"]],
  ]);
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(["unknown-type 5"]);
  expect(ddl.at(-1)).toMatchObject({ line: 5 });
  expect(rules('{"tables": [\n{"columns": []}]}')).toEqual(["json-form 2:1"]);
  expect(
    rules(
      '{"tables": [\n{"name": "a); drop table x; --", "columns": [{"name": "id", "type": "int); drop table x; --"}]}]}',
    ),
  ).toEqual(["syntax 2:1"]);
});

test("what a dump of MySQL locks and fills goes, and a number without a sign keeps its rule", () => {
  const dump =
    "CREATE TABLE `links` (\n  `id` bigint unsigned NOT NULL AUTO_INCREMENT,\n  `clicks` int(11) unsigned NOT NULL DEFAULT '0',\n" +
    "  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\nLOCK TABLES `links` WRITE;\nINSERT INTO `links` VALUES (1,0);\nUNLOCK TABLES;\n";
  const edits = readSchema(dump).findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const sql = edits.slice(0, 1).reduce((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), dump);
  expect(sql).toContain("clicks int NOT NULL DEFAULT '0' check (clicks >= 0),");
  expect(sql).not.toMatch(/lock tables|unsigned/i);
  const again = readSchema(sql);
  expect(again.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(again.tables.map(({ name }) => name)).toEqual(["links"]);
});

test("a dump of MySQL is turned into the same tables by one click", () => {
  const sql = `# dumped on Monday
CREATE TABLE IF NOT EXISTS \`users\` (
  \`id\` INT(11) UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'the # key',
  \`email\` VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL, # unique
  \`is_admin\` TINYINT(1) NOT NULL DEFAULT '0',
  \`is_active\` TINYINT(1) DEFAULT 1,
  \`bio\` MEDIUMTEXT,
  \`settings\` JSON,
  \`kind\` ENUM('a','b') NOT NULL DEFAULT 'a',
  \`created_at\` DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  \`updated_at\` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`uq_email\` (\`email\`),
  KEY \`ix_created\` (\`created_at\`, \`kind\`)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='people';
CREATE TABLE \`order\` (
  \`id\` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  \`user_id\` INT UNSIGNED NOT NULL,
  \`total\` DECIMAL(10,2) NOT NULL,
  \`code\` CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  \`digest\` BINARY(32) NOT NULL,
  INDEX \`ix_user\` (\`user_id\`) USING BTREE,
  CONSTRAINT \`fk\` FOREIGN KEY (\`user_id\`) REFERENCES \`users\` (\`id\`) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8;
`;
  const { findings } = readSchema(sql);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["mysql"]));
  const edits = findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const text = edits.reduceRight((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), sql);
  const again = readSchema(text);
  expect(again.findings).toEqual([]);
  const shown = again.tables.map(({ name, columns }) =>
    [name, ...columns.map((c) => `${c.name} ${c.type}`)].join(", "),
  );
  expect(shown).toEqual([
    "users, id integer, email varchar(255), is_admin boolean, is_active boolean, bio text, settings json, kind text, created_at timestamptz, updated_at timestamptz",
    "order, id bigint, user_id integer, total numeric(10,2), code char(7), digest bytea",
  ]);
  const [users, order] = again.tables;
  expect(users?.columns.find(({ name }) => name === "is_active")?.default).toBe("true");
  expect(users?.columns.find(({ name }) => name === "kind")?.values).toEqual(["a", "b"]);
  expect(users?.indexes.map(({ columns }) => columns)).toEqual([["created_at", "kind"]]);
  expect(order).toMatchObject({
    primaryKey: ["id"],
    indexes: [{ columns: ["user_id"] }],
    foreignKeys: [{ table: "users" }],
  });
});

test.each([
  ["id bigint primary key auto_increment", "id bigint generated always as identity primary key"],
  ["id int not null unique key auto_increment", "id integer generated always as identity unique"],
  ["id smallint null auto_increment primary key", "id integer generated always as identity primary key"],
  ["at timestamp on update current_timestamp", "at timestamptz /* on each update: now() */"],
  [
    "at timestamp not null default now() on update now()",
    "at timestamptz not null default now() /* on each update: now() */",
  ],
  ["at timestamptz null on update localtimestamp(3)", "at timestamptz null /* on each update: now() */"],
])("%s alone shows MySQL, and a click keeps what it says", (column, rewritten) => {
  const sql = `create table t (code text unique not null, ${column});`;
  const { findings } = readSchema(sql);
  expect(findings).toMatchObject([{ rule: "mysql", severity: "error", line: 1 }]);
  const edits = findings[0]?.fixes?.[0]?.edits ?? [];
  const text = edits.reduceRight((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), sql);
  expect(text).toBe(`create table t (code text unique not null, ${rewritten});`);
  expect(readSchema(text).findings).toEqual([]);
});

test("what MySQL says of a column in its comment stands behind it once it is rewritten", () => {
  const sql = `create table t (
  id int auto_increment primary key,
  status tinyint not null default 0 COMMENT '0 free, 1 held' ,
  kind int comment 'in the middle', -- of a line
  note text comment 'the last'
) engine=InnoDB comment='all';`;
  const edits = readSchema(sql).findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const text = edits.reduceRight((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), sql);
  const again = readSchema(text);
  expect(again.findings).toEqual([]);
  expect(again.tables[0]?.columns.map(({ comment }) => comment)).toEqual([
    undefined,
    "0 free, 1 held",
    "of a line",
    "the last",
  ]);
});

test("a default is without the comment that stands behind it, whatever stands in its text", () => {
  const { tables } = readSchema(`create table a (
  code text default 'x -- y' /* made */,
  at timestamptz not null default now() -- newest first
  -- and so on
);`);
  expect(tables[0]?.columns.map((column) => column.default)).toEqual(["'x -- y'", "now()"]);
});

test("a default is without the name that it is given", () => {
  const { tables } = readSchema(`create table a (
  code text constraint df_code default('x'),
  at timestamptz not null constraint "df at" default (now())
);`);
  expect(tables[0]?.columns.map((column) => column.default)).toEqual(["('x')", "(now())"]);
});

test.each([
  ["hash", "create table link_all partition of link for values with (modulus 1, remainder 0)"],
  ["range", "create table link_all partition of link default"],
])("a table that is parted by %s and has no part gets one for all rows, which is told", (strategy, part) => {
  const parted = `create table link (code text primary key, url text) partition by ${strategy} (code);`;
  const { ddl, findings, tables } = readSchema(parted);
  expect(ddl.map(({ sql }) => sql)).toContain(part);
  expect(findings).toMatchObject([{ rule: "no-partition", severity: "warning", line: 1 }]);
  expect(tables.map(({ name }) => name)).toEqual(["link"]);
  const whole = readSchema(`${parted}\ncreate table link_p0 partition of link default;`);
  expect(whole.ddl.map(({ sql }) => sql)).not.toContain(part);
});

test("a comment behind a column is of that column, behind the last one too, and none that stands in a text", () => {
  const { tables } = readSchema(
    "create table seats (\n  state int, -- 0 free, 1 held\n  kind text default '-- none',\n  by text check (by <> '--') -- who holds it\n);",
  );
  expect(tables[0]?.columns.map(({ comment }) => comment)).toEqual(["0 free, 1 held", undefined, "who holds it"]);
});
