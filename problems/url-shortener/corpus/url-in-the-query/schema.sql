create table shortened (id serial primary key, short_code varchar(10) unique not null, original text not null, req_id uuid unique);
