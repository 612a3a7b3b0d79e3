create table links (code varchar(8) primary key, url text not null, idempotency_key text unique);
