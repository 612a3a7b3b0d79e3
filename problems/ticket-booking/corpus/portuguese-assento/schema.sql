create table assentos (id serial primary key, evento_id int not null, numero text not null);
create table reservas (id uuid primary key default gen_random_uuid(), assento_id int not null unique references assentos(id), usuario_id text, expira_em timestamp not null);
create table compras (id serial primary key, assento_id int not null unique references assentos(id), usuario_id text, chave_idempotencia text unique);
