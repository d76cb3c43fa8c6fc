-- 人员档案: what is personal, apart from the journal, so that it can be corrected and erased. The journal holds ids only.
create table person_file (
  county_id text not null references county (county_id),
  person_id text not null,
  name text,
  identity_number text,
  phone text,
  appraisal text,
  version int not null default 1 check (version > 0),
  updated_at timestamptz not null default now(),
  primary key (county_id, person_id)
);

-- That something was erased is remembered; what it was is not.
create table person_erasure (
  county_id text not null references county (county_id),
  person_id text not null,
  erased_at text not null,
  erased_by text not null,
  reason text not null,
  primary key (county_id, person_id)
);

-- The second wall: a transaction sees the files of the county, and of the people, that it has said it works for.
alter table person_file enable row level security;
create policy person_file_in_view on person_file to sanding_app
  using (
    county_id = current_setting('sanding.county', true)
    and (current_setting('sanding.people', true) = '*'
      or person_id = any (string_to_array(current_setting('sanding.people', true), ' ')))
  )
  with check (
    county_id = current_setting('sanding.county', true)
    and (current_setting('sanding.people', true) = '*'
      or person_id = any (string_to_array(current_setting('sanding.people', true), ' ')))
  );

grant select, insert, update, delete on person_file to sanding_app;
grant select, insert on person_erasure to sanding_app;
