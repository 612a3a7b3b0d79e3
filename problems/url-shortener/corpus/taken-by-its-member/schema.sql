create table members (
  id     uuid primary key default gen_random_uuid(),
  login  text not null unique,
  secret text not null
);

-- The codes are there before anybody wants them, with url = null.
create table codes (
  code      text primary key check (length(code) = 7),
  url       text,
  member_id uuid references members(id),
  req       text, -- the client's id for the request
  taken_at  timestamptz,
  check ((url is null and member_id is null and req is null and taken_at is null)
      or (url is not null and member_id is not null and req is not null and taken_at is not null))
);
create unique index one_request_one_code on codes (member_id, req);
create index free_codes on codes (code) where url is null;
