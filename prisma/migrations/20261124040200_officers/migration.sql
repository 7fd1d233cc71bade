-- Schema `officers`: persons over identity records, spells, background checks.

CREATE SCHEMA "officers";

CREATE TABLE "officers"."officer" (
  "id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "officers"."identity_record" (
  "id" TEXT NOT NULL,
  "officer_id" TEXT NOT NULL,
  "given" TEXT NOT NULL,
  "middle" TEXT,
  "family" TEXT NOT NULL,
  "suffix" TEXT,
  "birth_date" DATE,
  "birth_precision" TEXT NOT NULL,
  "known_through" TEXT NOT NULL,
  "match_keys" TEXT[] NOT NULL,
  "normalized_family" TEXT NOT NULL,
  "normalized_given" TEXT NOT NULL,
  "synthetic" BOOLEAN NOT NULL,
  "owner_jurisdiction" TEXT NOT NULL,
  "owner_class" TEXT NOT NULL,
  "owner_agency" TEXT NOT NULL,
  "deciding_authority" TEXT NOT NULL,
  "subject_record" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "owner_kind" TEXT NOT NULL,
  "stage" TEXT NOT NULL,
  "admitted" BOOLEAN NOT NULL,
  "admission_basis" TEXT NOT NULL,
  "sealed" BOOLEAN NOT NULL,
  "subject_noticed" BOOLEAN NOT NULL,
  "counter_signed" BOOLEAN NOT NULL,
  "nexus" TEXT NOT NULL,
  "pointer_allowed" BOOLEAN NOT NULL,
  "decided_earliest" DATE NOT NULL,
  "decided_latest" DATE NOT NULL,
  "valid_from" DATE NOT NULL,
  "valid_until" DATE NOT NULL,
  "named_owners" TEXT[] NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "source_system" TEXT,
  "source_key" TEXT,
  "source_digest" TEXT,
  CONSTRAINT "identity_record_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "identity_record_source_system_source_key_key" UNIQUE ("source_system", "source_key"),
  CONSTRAINT "identity_record_birth_precision_check" CHECK ("birth_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "identity_record_known_through_check" CHECK ("known_through" IN ('ROSTER', 'MATTER')),
  CONSTRAINT "identity_record_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "identity_record_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'NONE'
  )),
  CONSTRAINT "identity_record_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  )),
  CONSTRAINT "identity_record_admission_basis_check" CHECK ("admission_basis" IN (
    'RECORDED', 'SOURCE_ATTESTED', 'NONE'
  )),
  CONSTRAINT "identity_record_nexus_check" CHECK ("nexus" IN ('FORCE', 'OTHER_3B', 'UNKNOWN')),
  CONSTRAINT "identity_record_owner_kind_check" CHECK ("owner_kind" = "owner_jurisdiction" || '/' || "kind"),
  CONSTRAINT "identity_record_decided_check" CHECK ("decided_earliest" <= "decided_latest"),
  CONSTRAINT "identity_record_subject_record_check" CHECK ("subject_record" = "id")
);

CREATE TABLE "officers"."identity_alias" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "given" TEXT NOT NULL,
  "middle" TEXT,
  "family" TEXT NOT NULL,
  "suffix" TEXT,
  "kind" TEXT NOT NULL,
  CONSTRAINT "identity_alias_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "identity_alias_kind_check" CHECK ("kind" IN ('MAIDEN', 'FORMER', 'ALSO_KNOWN_AS'))
);

CREATE TABLE "officers"."identity_certificate" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "authority" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  CONSTRAINT "identity_certificate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "officers"."employment" (
  "id" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "agency_id" TEXT NOT NULL,
  "employer_name" TEXT NOT NULL,
  "start_date" DATE,
  "start_precision" TEXT NOT NULL,
  "end_date" DATE,
  "end_precision" TEXT NOT NULL,
  "ended" BOOLEAN NOT NULL,
  "rank" TEXT,
  "officer_class" TEXT NOT NULL,
  "separation" TEXT NOT NULL,
  "separation_raw" TEXT,
  "separation_code_system" TEXT,
  "separation_code_version" TEXT,
  "investigation_active" TEXT NOT NULL,
  "investigation_relates_force" TEXT NOT NULL,
  "synthetic" BOOLEAN NOT NULL,
  "owner_jurisdiction" TEXT NOT NULL,
  "owner_class" TEXT NOT NULL,
  "owner_agency" TEXT NOT NULL,
  "deciding_authority" TEXT NOT NULL,
  "subject_record" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "owner_kind" TEXT NOT NULL,
  "stage" TEXT NOT NULL,
  "admitted" BOOLEAN NOT NULL,
  "admission_basis" TEXT NOT NULL,
  "sealed" BOOLEAN NOT NULL,
  "subject_noticed" BOOLEAN NOT NULL,
  "counter_signed" BOOLEAN NOT NULL,
  "nexus" TEXT NOT NULL,
  "pointer_allowed" BOOLEAN NOT NULL,
  "decided_earliest" DATE NOT NULL,
  "decided_latest" DATE NOT NULL,
  "valid_from" DATE NOT NULL,
  "valid_until" DATE NOT NULL,
  "named_owners" TEXT[] NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "source_system" TEXT,
  "source_key" TEXT,
  "source_digest" TEXT,
  CONSTRAINT "employment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "employment_source_system_source_key_key" UNIQUE ("source_system", "source_key"),
  CONSTRAINT "employment_start_precision_check" CHECK ("start_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "employment_end_precision_check" CHECK ("end_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "employment_officer_class_check" CHECK ("officer_class" IN (
    'SWORN', 'RESERVE', 'CORRECTIONS', 'CIVILIAN'
  )),
  CONSTRAINT "employment_separation_check" CHECK ("separation" IN (
    'RESIGNED', 'RETIRED', 'DISCHARGED', 'OTHER', 'NONE'
  )),
  CONSTRAINT "employment_investigation_active_check" CHECK ("investigation_active" IN ('YES', 'NO', 'UNKNOWN')),
  CONSTRAINT "employment_investigation_relates_force_check" CHECK ("investigation_relates_force" IN (
    'YES', 'NO', 'UNKNOWN'
  )),
  CONSTRAINT "employment_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "employment_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'NONE'
  )),
  CONSTRAINT "employment_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  )),
  CONSTRAINT "employment_admission_basis_check" CHECK ("admission_basis" IN ('RECORDED', 'SOURCE_ATTESTED', 'NONE')),
  CONSTRAINT "employment_nexus_check" CHECK ("nexus" IN ('FORCE', 'OTHER_3B', 'UNKNOWN')),
  CONSTRAINT "employment_owner_kind_check" CHECK ("owner_kind" = "owner_jurisdiction" || '/' || "kind"),
  CONSTRAINT "employment_decided_check" CHECK ("decided_earliest" <= "decided_latest")
);

CREATE TABLE "officers"."background_check" (
  "id" TEXT NOT NULL,
  "case_id" TEXT NOT NULL,
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL,
  "candidate_digest" TEXT NOT NULL,
  "candidate" JSONB NOT NULL,
  "former_employers" JSONB NOT NULL,
  "sources" JSONB NOT NULL,
  "policy_version" TEXT NOT NULL,
  "model_version" TEXT NOT NULL,
  "owner_jurisdiction" TEXT NOT NULL,
  "owner_class" TEXT NOT NULL,
  "owner_agency" TEXT NOT NULL,
  "deciding_authority" TEXT NOT NULL,
  "subject_record" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "owner_kind" TEXT NOT NULL,
  "stage" TEXT NOT NULL,
  "admitted" BOOLEAN NOT NULL,
  "admission_basis" TEXT NOT NULL,
  "sealed" BOOLEAN NOT NULL,
  "subject_noticed" BOOLEAN NOT NULL,
  "counter_signed" BOOLEAN NOT NULL,
  "nexus" TEXT NOT NULL,
  "pointer_allowed" BOOLEAN NOT NULL,
  "decided_earliest" DATE NOT NULL,
  "decided_latest" DATE NOT NULL,
  "valid_from" DATE NOT NULL,
  "valid_until" DATE NOT NULL,
  "named_owners" TEXT[] NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "source_system" TEXT,
  "source_key" TEXT,
  "source_digest" TEXT,
  CONSTRAINT "background_check_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "background_check_status_check" CHECK ("status" IN ('COMPLETED', 'NEEDS_ADJUDICATION', 'CLOSED')),
  CONSTRAINT "background_check_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "background_check_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'NONE'
  )),
  CONSTRAINT "background_check_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  )),
  CONSTRAINT "background_check_admission_basis_check" CHECK ("admission_basis" IN (
    'RECORDED', 'SOURCE_ATTESTED', 'NONE'
  )),
  CONSTRAINT "background_check_nexus_check" CHECK ("nexus" IN ('FORCE', 'OTHER_3B', 'UNKNOWN')),
  CONSTRAINT "background_check_owner_kind_check" CHECK ("owner_kind" = "owner_jurisdiction" || '/' || "kind"),
  CONSTRAINT "background_check_decided_check" CHECK ("decided_earliest" <= "decided_latest")
);

CREATE TABLE "officers"."match" (
  "id" TEXT NOT NULL,
  "check_id" TEXT NOT NULL,
  "officer_id" TEXT NOT NULL,
  "subject_records" TEXT[] NOT NULL,
  "source_jurisdiction" TEXT NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "outcome" TEXT NOT NULL,
  "explanations" JSONB NOT NULL,
  "adjudication" TEXT NOT NULL,
  "adjudicated_by" TEXT,
  "adjudicated_at" TIMESTAMPTZ(3),
  "reason" TEXT,
  "identifiers" JSONB,
  CONSTRAINT "match_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "match_check_id_officer_id_key" UNIQUE ("check_id", "officer_id"),
  CONSTRAINT "match_outcome_check" CHECK ("outcome" IN ('LIKELY', 'POSSIBLE')),
  CONSTRAINT "match_adjudication_check" CHECK ("adjudication" IN ('OPEN', 'CONFIRMED', 'DISMISSED'))
);

CREATE TABLE "officers"."assertion" (
  "seq" BIGSERIAL NOT NULL,
  "record_type" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "payload" JSONB NOT NULL,
  "actor" TEXT NOT NULL,
  "authority" TEXT NOT NULL,
  "document_ref" TEXT,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "assertion_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "assertion_record_id_version_key" UNIQUE ("record_id", "version")
);

CREATE INDEX "identity_record_officer_id_idx" ON "officers"."identity_record" ("officer_id");
CREATE INDEX "identity_record_normalized_family_normalized_given_idx" ON "officers"."identity_record" ("normalized_family", "normalized_given");
CREATE INDEX "identity_record_match_keys_idx" ON "officers"."identity_record" USING GIN ("match_keys");
CREATE INDEX "identity_record_owner_jurisdiction_owner_agency_idx" ON "officers"."identity_record" ("owner_jurisdiction", "owner_agency");
CREATE INDEX "identity_alias_record_id_idx" ON "officers"."identity_alias" ("record_id");
CREATE INDEX "identity_certificate_record_id_idx" ON "officers"."identity_certificate" ("record_id");
CREATE INDEX "identity_certificate_number_idx" ON "officers"."identity_certificate" ("number");
CREATE INDEX "employment_record_id_idx" ON "officers"."employment" ("record_id");
CREATE INDEX "employment_agency_id_idx" ON "officers"."employment" ("agency_id");
CREATE INDEX "employment_subject_record_idx" ON "officers"."employment" ("subject_record");
CREATE INDEX "background_check_owner_agency_requested_at_idx" ON "officers"."background_check" ("owner_agency", "requested_at");
CREATE INDEX "background_check_case_id_idx" ON "officers"."background_check" ("case_id");

ALTER TABLE "officers"."identity_record" ADD CONSTRAINT "identity_record_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officers"."officer" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "officers"."identity_alias" ADD CONSTRAINT "identity_alias_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "officers"."identity_record" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "officers"."identity_certificate" ADD CONSTRAINT "identity_certificate_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "officers"."identity_record" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "officers"."employment" ADD CONSTRAINT "employment_record_id_fkey"
  FOREIGN KEY ("record_id") REFERENCES "officers"."identity_record" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "officers"."match" ADD CONSTRAINT "match_check_id_fkey"
  FOREIGN KEY ("check_id") REFERENCES "officers"."background_check" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, for every role: ALWAYS also holds where triggers are switched off for replication. One trigger a
-- statement, so that even a change of no row is refused.
CREATE FUNCTION "officers"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "assertion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "officers"."assertion"
  FOR EACH STATEMENT EXECUTE FUNCTION "officers"."refuse_change"();
ALTER TABLE "officers"."assertion" ENABLE ALWAYS TRIGGER "assertion_append_only";

-- Rows are written and superseded, never deleted, by the subgraph's own role; nobody else reaches the schema.
GRANT USAGE ON SCHEMA "officers" TO comity_officers;
GRANT SELECT, INSERT, UPDATE ON
  "officers"."officer", "officers"."identity_record", "officers"."identity_alias",
  "officers"."identity_certificate", "officers"."employment", "officers"."background_check", "officers"."match"
  TO comity_officers;
GRANT SELECT, INSERT ON "officers"."assertion" TO comity_officers;
GRANT USAGE ON SEQUENCE "officers"."assertion_seq_seq" TO comity_officers;
