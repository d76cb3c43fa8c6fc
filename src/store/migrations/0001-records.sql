-- The records of every county. `county_id` comes first in every key, so that no question can cross counties unnoticed.
-- What is written in `entry` and `audit` is never changed: the role that works here may read and add, nothing else.

create table county (
  county_id text primary key,
  name_zh text not null,
  name_en text not null,
  head_seq bigint not null check (head_seq >= 0),
  head_hash text not null check (length(head_hash) = 64),
  opened_at timestamptz not null default now()
);

-- 期初: the tables that the county was opened with, as cells; the first entry carries their digests.
create table opening (
  county_id text not null references county (county_id),
  table_name text not null,
  header jsonb not null,
  rows jsonb not null,
  digest text not null,
  primary key (county_id, table_name)
);

create table policy (
  county_id text not null references county (county_id),
  name text not null,
  text text not null,
  sha256 text not null,
  primary key (county_id, name)
);

-- `recorded_at` is text, because its very characters are part of what is sealed.
create table entry (
  county_id text not null references county (county_id),
  seq bigint not null check (seq > 0),
  recorded_at text not null,
  effective_on date not null,
  operation text not null,
  fields jsonb not null,
  authority text not null,
  plan text,
  line int,
  corrects bigint check (corrects < seq),
  prev text not null check (length(prev) = 64),
  hash text not null check (length(hash) = 64),
  primary key (county_id, seq),
  foreign key (county_id, corrects) references entry (county_id, seq)
);
create index entry_by_day on entry (county_id, effective_on, seq);

create table audit (
  county_id text not null references county (county_id),
  seq bigint not null check (seq > 0),
  at text not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  prev text not null check (length(prev) = 64),
  hash text not null check (length(hash) = 64),
  primary key (county_id, seq)
);

-- What was answered to a command, by the key that its sender gave: asked again, it is answered again and not done again.
create table answer (
  county_id text not null references county (county_id),
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (county_id, key)
);

create table outbox (
  county_id text not null references county (county_id),
  seq bigint not null check (seq > 0),
  kind text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  primary key (county_id, seq)
);

revoke all on all tables in schema public from public;
grant usage on schema public to sanding_app;
grant select on migration to sanding_app;
grant select, insert on county, opening, policy, entry, audit, answer, outbox to sanding_app;
grant update (head_seq, head_hash) on county to sanding_app;
grant delete on outbox to sanding_app;
