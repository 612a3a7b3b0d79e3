import { nearest } from "../text/nearest.ts";

/** The functions of PostgreSQL that people call by name; those that a type brings are told by how their names are built. */
const called: ReadonlySet<string> = new Set(
  `abs acos acosd acosh age ascii asind asinh atan atan2 atan2d atand atanh avg bool bool_and bool_or box broadcast
  cardinality casefold cbrt ceil ceiling chr clock_timestamp col_description concat concat_ws convert convert_from
  convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp crc32 crc32c cume_dist current_database
  current_query current_schema current_schemas current_setting current_user currval date datemultirange daterange
  decode degrees dense_rank div encode erf erfc every exp extract factorial family first_value floor format
  format_type gamma gcd gen_random_uuid generate_series generate_subscripts get_bit get_byte get_current_ts_config
  height host hostmask initcap interval is_normalized isclosed isempty isfinite isopen justify_days justify_hours
  justify_interval lag last_value lastval lcm lead left length lgamma line ln log log10 lower lpad ltrim make_date
  make_interval make_time make_timestamp make_timestamptz masklen max md5 min_scale mod mode money netmask nextval
  normalize now npoints nth_value ntile num_nonnulls num_nulls numeric nummultirange numnode numrange
  obj_description octet_length overlaps overlay parse_ident path percent_rank phraseto_tsquery pi plainto_tsquery
  point pow power querytree quote_ident quote_literal quote_nullable radians radius random random_normal rank
  regexp_count regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array
  regexp_split_to_table regexp_substr repeat replace reverse right round row_number row_security_active
  row_to_json rpad rtrim scale session_user set_bit set_byte set_config set_masklen setval setweight sha224 sha256
  sha384 sha512 shobj_description sign sind sinh slope split_part sqrt starts_with statement_timestamp stddev
  stddev_pop stddev_samp string_agg string_to_array string_to_table strip strpos substr substring sum tan tand
  tanh text textlen time timeofday timetz timezone to_ascii to_char to_date to_hex to_json to_jsonb to_number
  to_oct to_timestamp to_tsquery to_tsvector transaction_timestamp translate trim_array trim_scale trunc
  tsmultirange tsrange tstzmultirange tstzrange unicode_assigned unicode_version unistr unnest upper upper_inc
  upper_inf uuidv4 uuidv7 var_pop var_samp varchar variance version websearch_to_tsquery width width_bucket xmlagg`.split(
    /\s+/,
  ),
);

const families =
  /^(?:_|acl|any|area|array|big5|binary_upgrade|bit|bool|bound|box_|bpchar|brin|bt|bytea|cash|center|char|cid|circle|close_|contjoin|contsel|currtid|cursor_to|d[a-z]*(?:sqrt|log|exp|pow|round|trunc|init|lexize)|database_to|date_|datetime|diagonal|diameter|dist_|elem|enum_|euc_|float|flt|gb|get|gin|gist|gts|has|icu_|in_range|inet|int|inter_|is|iso|johab|json|koi|latin|like|line_|lo|lseg|macaddr|mak|mic_|multirange|mul_|div_|mxid|name|network|neq|eq|nlike|not|numeric_|oid|on_|ordered_|path_|percentile|pg_|point_|poly|popen|pclose|pos|prsd|pt_|query_|range_|record|reg|ri_|satisfies|scalar|schema_to|shift|similar_|sjis|spg_|string_agg|suppress|system|table_to|text|thesaurus|tid|time|to_reg|ts|txid_|uhc|unique_key|utf8_|uuid_|varbit|win|xid|xml|xpath)|(?:in|out|recv|send|sel|cmp|larger|smaller|support|handler|validator|combine|serial|accum|trans|fn|final|multi|_inv|subdiff|canonical)$/;

/** What comes with an extension, which is asked for where it is missing. */
const extended =
  /^(?:similarity|word_similarity|strict_word_similarity|show_trgm|show_limit|set_limit|gen_random_bytes|gen_salt|crypt|digest|hmac|encrypt|decrypt|pgp_\w+|armor|dearmor|citext\w*|gbt_\w+|uuid_\w+)$/;

/** Functions of other databases and tools, and what says the same here. */
const elsewhere: Record<string, string> = {
  newid: "gen_random_uuid()",
  newsequentialid: "gen_random_uuid()",
  uuid: "gen_random_uuid()",
  generate_uuid: "gen_random_uuid()",
  uuidv1: "gen_random_uuid()",
  sys_guid: "gen_random_uuid()",
  getdate: "now()",
  getutcdate: "now()",
  sysdatetime: "now()",
  sysdate: "now()",
  utc_timestamp: "now()",
  curdate: "current_date",
  curtime: "current_time",
  unix_timestamp: "extract(epoch from now())",
  rand: "random()",
  len: "length",
  ifnull: "coalesce",
  isnull: "coalesce",
  nvl: "coalesce",
  instr: "strpos",
  charindex: "strpos",
  lcase: "lower",
  ucase: "upper",
  hex: "encode(…, 'hex')",
  group_concat: "string_agg",
};

const isKnown = (name: string): boolean =>
  insteadOf(name) === undefined && (called.has(name) || families.test(name) || extended.test(name));

/** What PostgreSQL writes for a function or a word of another database; undefined where it is none of these. */
export const insteadOf = (name: string): string | undefined =>
  Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;

/** What to say of a function that PostgreSQL does not have; null where it has it, or may. */
export function strangeFunction(name: string): string | null {
  if (isKnown(name)) return null;
  const instead = insteadOf(name) ?? nearest(name, called);
  const hint = instead === undefined ? "let the service make the value, or take one that is there" : `write ${instead}`;
  return `PostgreSQL has no function ${name}; ${hint}.`;
}

/** `pg_sleep`, `pg_sleep_for`, `pg_sleep_until`: these only wait. */
export const isWaiting = (name: string): boolean => name.startsWith("pg_sleep");

/** Functions that answer otherwise each time, which nothing that is kept may depend on. */
export const isChanging = (name: string): boolean =>
  /^(?:now|random|random_normal|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuidv4|uuidv7|nextval|currval|lastval)$/.test(
    name,
  );
