import type { Fix } from "@proofroom/domain/design/finding";
import { ddlOf } from "./ddl.ts";
import { readDjango } from "./django.ts";
import { readDbml } from "./dbml.ts";
import { readDrizzle } from "./drizzle.ts";
import { readEcto } from "./ecto.ts";
import { readEfCore } from "./ef-core.ts";
import { readGorm } from "./gorm.ts";
import { readJpa } from "./jpa.ts";
import { readLaravel } from "./laravel.ts";
import { plainSqlIn } from "./plain-sql.ts";
import { readPrisma } from "./prisma.ts";
import { readRails } from "./rails.ts";
import { readSequelize } from "./sequelize.ts";
import { readAlchemy } from "./sqlalchemy.ts";
import type { Piece } from "./table.ts";
import { readTypeorm } from "./typeorm.ts";

interface Language {
  /** What it is, as a sentence begins with it. */
  title: string;
  /** A line that only it has. */
  sign: RegExp;
  read: (text: string) => Piece[];
}

const languages: readonly Language[] = [
  {
    title: "These are Django's models",
    sign: /^(?:from django\b|class \w+\([^)\n]{0,200}\bmodels\.Model\b)/m,
    read: readDjango,
  },
  {
    title: "This is a schema of Rails",
    sign: /^[ \t]{0,40}(?:create_table\b[^\n]{0,400}\bdo \|\w|ActiveRecord::Schema\b|class \w+ < ActiveRecord::Migration\b)/m,
    read: readRails,
  },
  {
    title: "This is a schema of Prisma",
    sign: /^(?:model \w+ \{[ \t]*(?:\/\/.*)?$|datasource \w+ \{)/m,
    read: readPrisma,
  },
  {
    title: "These are SQLAlchemy's models",
    sign: /^(?:from (?:sqlalchemy|sqlmodel|flask_sqlalchemy|alembic)\b|import sqlalchemy\b|[ \t]{1,8}__tablename__\b|\w+ = Table\(|class \w+\([^)\n]{0,200}\b(?:SQLModel|db\.Model)\b)/m,
    read: readAlchemy,
  },
  {
    title: "These are TypeORM's entities",
    sign: /^(?:import\b[^\n]{0,400}\bfrom ["']typeorm["']|[ \t]{0,40}@Primary(?:Generated)?Column\()/m,
    read: readTypeorm,
  },
  {
    title: "These are entities of JPA",
    sign: /^(?:import (?:jakarta|javax)\.persistence\b|[ \t]{0,40}@(?:Entity|Id|EmbeddedId)\b)/m,
    read: readJpa,
  },
  {
    title: "These are classes of Entity Framework",
    sign: /^(?:using Microsoft\.EntityFrameworkCore\b|[ \t]{0,40}(?:\[[^\]\n]{0,200}\][ \t]*){0,9}(?:public |required |virtual ){1,3}[\w.<>?,[\]]{1,80} \w{1,80} \{ get;|(?:public |sealed )*class \w+(?:\([^)\n]{0,200}\))? : DbContext\b)/m,
    read: readEfCore,
  },
  {
    title: "These are tables of Drizzle",
    sign: /^(?:import\b[^\n]{0,400}\bfrom ["']drizzle-orm\b|\} from ["']drizzle-orm\b|(?:export )?const \w+ = (?:pg|mysql|sqlite)Table\()/m,
    read: readDrizzle,
  },
  {
    title: "This is a diagram of dbdiagram.io",
    sign: /^[ \t]{0,8}table[ \t]{1,8}[\w."]{1,80}[^\n{(;]{0,120}\{[ \t]*(?:\/\/.*)?$/im,
    read: readDbml,
  },
  {
    title: "This is a migration of Laravel",
    sign: /^(?:[ \t]{0,40}Schema::(?:create|table)\(|use Illuminate\\Database\b)/m,
    read: readLaravel,
  },
  {
    title: "These are structs of GORM",
    sign: /^[ \t]{1,8}(?:gorm\.Model\b|\w{1,80}[ \t]{1,80}[*[\]\w.]{1,80}[ \t]{1,80}`[^`\n]{0,400}\bgorm:")/m,
    read: readGorm,
  },
  {
    title: "This is a migration of Ecto",
    sign: /^[ \t]{0,40}(?:use Ecto\.Migration\b|create(?:_if_not_exists)?[ (]table\(:)/m,
    read: readEcto,
  },
  {
    title: "These are models of Sequelize",
    sign: /^.{0,200}\b(?:sequelize\.define\(|queryInterface\.createTable\(|extends Model\b.{0,40}\{|require\(["']sequelize["']\)|from ["']sequelize["'])/m,
    read: readSequelize,
  },
];

export interface ModelsRead {
  message: string;
  /** Offset of the line that shows it. */
  from: number;
  fixes: Fix[];
}

/** What to say of a schema that is written as the models of a framework, with its tables as SQL as a click; null for any other text. */
export function modelsIn(text: string): ModelsRead | null {
  const found = languages.flatMap(({ sign, ...rest }) => {
    const at = text.search(sign);
    return at === -1 ? [] : [{ at, ...rest }];
  })[0];
  if (found === undefined) return null;
  const { at, title, read } = found;
  const message = `${title}, and a run needs SQL. Write each table as CREATE TABLE, such as create table links (id bigint primary key).`;
  if (text.length > longest) return { message, from: at, fixes: [] };
  const { rest, statements } = plainSqlIn(text);
  const pieces = [...read(rest), ...statements.map((sql) => ({ sql }))];
  const count = pieces.filter((piece) => "lines" in piece).length;
  if (count === 0) return { message, from: at, fixes: [] };
  const label = count === 1 ? "Write its table as SQL" : `Write its ${count} tables as SQL`;
  return {
    message,
    from: at,
    fixes: [{ label, edits: [{ document: "schema", from: 0, to: text.length, insert: ddlOf(pieces) }] }],
  };
}

/** Beyond this, a text is no longer rewritten while somebody types. */
const longest = 32 * 1024;
