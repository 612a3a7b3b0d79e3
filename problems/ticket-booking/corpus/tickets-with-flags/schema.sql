create table tickets (id serial primary key, event_id int not null, seat varchar(8) not null, reserved boolean not null default false, reserved_by int, reserved_until timestamptz, sold boolean not null default false, unique (event_id, seat));
create table sales (id serial primary key, ticket_id int not null unique references tickets, user_id int not null, idempotency_key uuid not null unique);
