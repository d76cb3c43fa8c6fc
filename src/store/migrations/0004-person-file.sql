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

-- That something was erased is remembered; what it was is not. Until it is re-opened nothing may be written for the person.
create table person_erasure (
  county_id text not null references county (county_id),
  person_id text not null,
  erased_at text not null,
  erased_by text not null,
  reason text not null,
  document text not null,
  reopened_at text,
  reopened_by text,
  reopened_document text,
  primary key (county_id, person_id),
  check ((reopened_at is null) = (reopened_document is null))
);

-- Who looked at a person's file is asked of the audit by its subject.
create index audit_by_subject on audit (county_id, subject, seq);

-- The second wall: a transaction sees the files of the county, and of the people, that it has said it works for, and
-- writes none that was erased. The settings stand in subqueries so that they are read once and not for each row.
alter table person_file enable row level security;
create policy person_file_in_view on person_file to sanding_app
  using (
    county_id = (select current_setting('sanding.county', true))
    and ((select current_setting('sanding.people', true)) = '*'
      or person_id = any ((select string_to_array(current_setting('sanding.people', true), ' '))::text[]))
  )
  with check (
    county_id = (select current_setting('sanding.county', true))
    and ((select current_setting('sanding.people', true)) = '*'
      or person_id = any ((select string_to_array(current_setting('sanding.people', true), ' '))::text[]))
    and not exists (
      select from person_erasure e
      where e.county_id = person_file.county_id and e.person_id = person_file.person_id and e.reopened_at is null)
  );

grant select, insert, update, delete on person_file to sanding_app;
grant select, insert, update on person_erasure to sanding_app;
