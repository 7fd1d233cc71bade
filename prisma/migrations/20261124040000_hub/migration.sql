-- Schema `hub`: mode and epoch, cases and grants, reference data, policy sets, the disclosure log, the outbox.

-- One role a subgraph, one for the hub, one for the disclosure log. They cannot log in until an operator gives them a
-- password. Roles belong to the server: another database of it may have made them, or be making them now.
DO $$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'comity_agencies', 'comity_officers', 'comity_incidents', 'comity_credentials', 'comity_hub', 'comity_audit'
  ] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;

CREATE SCHEMA "hub";

CREATE TABLE "hub"."state" (
  "id" INTEGER NOT NULL,
  "mode" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "epoch" BIGINT NOT NULL,
  "has_real_data" BOOLEAN NOT NULL,
  CONSTRAINT "state_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "state_mode_check" CHECK ("mode" IN ('DEMO', 'PRODUCTION')),
  CONSTRAINT "state_id_check" CHECK ("id" = 1)
);

CREATE TABLE "hub"."participation" (
  "jurisdiction" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "owner_class" TEXT NOT NULL,
  "participates" TEXT NOT NULL,
  "can_decertify" BOOLEAN NOT NULL,
  "kinds" TEXT[] NOT NULL,
  "coverage_from" DATE,
  "coverage_until" DATE,
  "as_of" TIMESTAMPTZ(3) NOT NULL,
  "statement" TEXT NOT NULL,
  "next_unit" TEXT NOT NULL,
  "next_phone" TEXT,
  "next_form" TEXT,
  "next_days" INTEGER,
  CONSTRAINT "participation_pkey" PRIMARY KEY ("jurisdiction"),
  CONSTRAINT "participation_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "participation_participates_check" CHECK ("participates" IN (
    'FULL', 'POINTERS', 'NONE', 'CONSENT_ONLY'
  ))
);

CREATE TABLE "hub"."owner_authorization" (
  "id" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "instrument" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "citation" TEXT NOT NULL,
  "cite_status" TEXT NOT NULL,
  "purposes" TEXT[] NOT NULL,
  "recipients" TEXT[] NOT NULL,
  "classes" TEXT[] NOT NULL,
  "kinds" TEXT[] NOT NULL,
  "from" DATE NOT NULL,
  "until" DATE NOT NULL,
  "revoked_at" TIMESTAMPTZ(3),
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "owner_authorization_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "owner_authorization_instrument_check" CHECK ("instrument" IN (
    'CONSENT', 'STATUTE', 'COMPACT', 'ROUTINE_USE'
  )),
  CONSTRAINT "owner_authorization_cite_status_check" CHECK ("cite_status" IN ('CHECKED', 'UNCHECKED', 'REVOKED'))
);

CREATE TABLE "hub"."case" (
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "opened_by" TEXT NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  "candidate_digest" TEXT,
  CONSTRAINT "case_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_agency_kind_reference_key" UNIQUE ("agency", "kind", "reference"),
  CONSTRAINT "case_kind_check" CHECK ("kind" IN ('HIRING', 'CERTIFICATION', 'PROSECUTION'))
);

CREATE TABLE "hub"."waiver" (
  "id" TEXT NOT NULL,
  "case_id" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "candidate_digest" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "scope" TEXT[] NOT NULL,
  "recipients" TEXT[] NOT NULL,
  "signature" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "signed_on" DATE NOT NULL,
  "expires_on" DATE NOT NULL,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "waiver_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "waiver_agency_reference_key" UNIQUE ("agency", "reference"),
  CONSTRAINT "waiver_signature_check" CHECK ("signature" IN ('WET_INK', 'ELECTRONIC', 'NOTARIZED'))
);

CREATE TABLE "hub"."grant" (
  "id" TEXT NOT NULL,
  "case_id" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "officer_id" TEXT NOT NULL,
  "subject_record" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "granted_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "grant_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "grant_case_id_subject_record_key" UNIQUE ("case_id", "subject_record"),
  CONSTRAINT "grant_level_check" CHECK ("level" IN ('LIKELY', 'CONFIRMED'))
);

CREATE TABLE "hub"."subject_link" (
  "subject" TEXT NOT NULL,
  "subject_record" TEXT NOT NULL,
  CONSTRAINT "subject_link_pkey" PRIMARY KEY ("subject", "subject_record")
);

CREATE TABLE "hub"."policy_set" (
  "hash" TEXT NOT NULL,
  "files" JSONB NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "policy_set_pkey" PRIMARY KEY ("hash")
);

CREATE TABLE "hub"."policy_activation" (
  "seq" BIGSERIAL NOT NULL,
  "hash" TEXT NOT NULL,
  "activated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "policy_activation_pkey" PRIMARY KEY ("seq")
);

CREATE TABLE "hub"."disclosure_entry" (
  "seq" BIGSERIAL NOT NULL,
  "id" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "viewer" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "jurisdiction" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "case_reference" TEXT,
  "operation" TEXT NOT NULL,
  "policy_version" TEXT NOT NULL,
  "records" JSONB NOT NULL,
  "subjects" TEXT[] NOT NULL,
  CONSTRAINT "disclosure_entry_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "disclosure_entry_id_key" UNIQUE ("id")
);

CREATE TABLE "hub"."idempotency_key" (
  "subgraph" TEXT NOT NULL,
  "viewer" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "mutation" TEXT NOT NULL,
  "input_digest" TEXT NOT NULL,
  "result" JSONB NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("subgraph", "viewer", "key")
);

CREATE TABLE "hub"."outbox" (
  "seq" BIGSERIAL NOT NULL,
  "from_subgraph" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "payload" JSONB NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "outbox_pkey" PRIMARY KEY ("seq")
);

CREATE TABLE "hub"."outbox_cursor" (
  "consumer" TEXT NOT NULL,
  "seq" BIGINT NOT NULL,
  CONSTRAINT "outbox_cursor_pkey" PRIMARY KEY ("consumer")
);

CREATE TABLE "hub"."import_run" (
  "id" TEXT NOT NULL,
  "profile" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "file_digest" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "real_data" BOOLEAN NOT NULL,
  "totals" JSONB NOT NULL,
  "applied_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "owner_authorization_owner_idx" ON "hub"."owner_authorization" ("owner");
CREATE INDEX "waiver_sha256_idx" ON "hub"."waiver" ("sha256");
CREATE INDEX "disclosure_entry_subjects_idx" ON "hub"."disclosure_entry" USING GIN ("subjects");
CREATE INDEX "disclosure_entry_viewer_at_idx" ON "hub"."disclosure_entry" ("viewer", "at");

ALTER TABLE "hub"."waiver" ADD CONSTRAINT "waiver_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "hub"."case" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hub"."grant" ADD CONSTRAINT "grant_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "hub"."case" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, for every role: ALWAYS also holds where triggers are switched off for replication. One trigger a
-- statement, so that even a change of no row is refused.
CREATE FUNCTION "hub"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "disclosure_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."disclosure_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."disclosure_entry" ENABLE ALWAYS TRIGGER "disclosure_entry_append_only";

CREATE TRIGGER "policy_set_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."policy_set"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."policy_set" ENABLE ALWAYS TRIGGER "policy_set_append_only";

CREATE TRIGGER "policy_activation_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."policy_activation"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."policy_activation" ENABLE ALWAYS TRIGGER "policy_activation_append_only";

-- A number is drawn when a row is written, and seen when it is committed: of two transactions, the one with the lower
-- number may commit last, after a reader has gone past it. Writers of the outbox therefore take turns until they commit.
-- (The embedded database has one session: there they take turns in any case.)
CREATE FUNCTION "hub"."take_turns"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('hub.outbox'));
  RETURN NULL;
END
$$;

CREATE TRIGGER "outbox_in_commit_order" BEFORE INSERT ON "hub"."outbox"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."take_turns"();

GRANT USAGE ON SCHEMA "hub"
  TO comity_agencies, comity_officers, comity_incidents, comity_credentials, comity_hub, comity_audit;

-- Read by every subgraph at the start of every fetch (rulings.md, "Freshness"), and what a mutation writes beside its rows.
GRANT SELECT ON
  "hub"."state", "hub"."participation", "hub"."owner_authorization", "hub"."case", "hub"."waiver", "hub"."grant",
  "hub"."subject_link", "hub"."policy_set", "hub"."policy_activation"
  TO comity_agencies, comity_officers, comity_incidents, comity_credentials;
GRANT SELECT, INSERT ON "hub"."idempotency_key", "hub"."outbox"
  TO comity_agencies, comity_officers, comity_incidents, comity_credentials;
GRANT SELECT, INSERT, UPDATE ON "hub"."outbox_cursor"
  TO comity_agencies, comity_officers, comity_incidents, comity_credentials;
GRANT USAGE ON SEQUENCE "hub"."outbox_seq_seq"
  TO comity_agencies, comity_officers, comity_incidents, comity_credentials;

-- Cases, waivers and grants are written where a candidate is checked; a data subject's disclosures are read there.
GRANT INSERT, UPDATE ON "hub"."case", "hub"."waiver", "hub"."grant" TO comity_officers;
GRANT INSERT ON "hub"."subject_link" TO comity_officers;
GRANT SELECT ON "hub"."disclosure_entry" TO comity_officers;

-- The hub keeps everything here but the log.
GRANT SELECT, INSERT, UPDATE ON
  "hub"."state", "hub"."participation", "hub"."owner_authorization", "hub"."case", "hub"."waiver", "hub"."grant",
  "hub"."subject_link", "hub"."idempotency_key", "hub"."outbox", "hub"."outbox_cursor", "hub"."import_run"
  TO comity_hub;
GRANT SELECT, INSERT ON "hub"."policy_set", "hub"."policy_activation" TO comity_hub;
GRANT USAGE ON SEQUENCE "hub"."outbox_seq_seq", "hub"."policy_activation_seq_seq" TO comity_hub;

-- The log is added to and read, by its own role; nobody changes it.
GRANT SELECT, INSERT ON "hub"."disclosure_entry" TO comity_audit;
GRANT USAGE ON SEQUENCE "hub"."disclosure_entry_seq_seq" TO comity_audit;
