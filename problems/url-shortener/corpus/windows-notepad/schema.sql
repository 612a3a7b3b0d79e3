create table ShortUrl (
    ShortUrlId   int generated always as identity primary key,
    Code         varchar(7)    not null unique,
    LongUrl      varchar(2000) not null,
    RequestKey   varchar(50)   null unique,
    CreatedOn    timestamp     not null default current_timestamp
);
