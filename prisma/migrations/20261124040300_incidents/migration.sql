-- Schema `incidents`: instances of Sec. 3 with their due-process facts.

CREATE SCHEMA "incidents";

CREATE TABLE "incidents"."incident" (
  "id" TEXT NOT NULL,
  "agency_id" TEXT NOT NULL,
  "occurred_on" DATE,
  "occurred_precision" TEXT NOT NULL,
  "decided_on" DATE,
  "decided_precision" TEXT NOT NULL,
  "ground_code" TEXT NOT NULL,
  "ground_code_system" TEXT,
  "ground_code_version" TEXT,
  "ground_raw" TEXT,
  "status_raw" TEXT,
  "fair_notice" TEXT NOT NULL,
  "fair_opportunity" TEXT NOT NULL,
  "fair_authority" TEXT NOT NULL,
  "fair_basis" TEXT NOT NULL,
  "fair_attested_by" TEXT,
  "on_duty_basis" TEXT NOT NULL,
  "disposition" TEXT NOT NULL,
  "capacity" TEXT NOT NULL,
  "source_agency_id" TEXT NOT NULL,
  "source_contact" TEXT,
  "source_file_ref" TEXT,
  "allegation_text" TEXT,
  "outcome_of" TEXT,
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
  CONSTRAINT "incident_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "incident_source_system_source_key_key" UNIQUE ("source_system", "source_key"),
  CONSTRAINT "incident_occurred_precision_check" CHECK ("occurred_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "incident_decided_precision_check" CHECK ("decided_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "incident_fair_basis_check" CHECK ("fair_basis" IN (
    'DOCUMENTED', 'STATUTORY_PROCEDURE', 'OWNER_ATTESTED', 'NONE'
  )),
  CONSTRAINT "incident_on_duty_basis_check" CHECK ("on_duty_basis" IN (
    'ELEMENT', 'COURT_FINDING', 'STIPULATED', 'AGENCY', 'NONE'
  )),
  CONSTRAINT "incident_disposition_check" CHECK ("disposition" IN (
    'VERDICT', 'PLEA', 'NOLO', 'DEFERRED', 'BENCH', 'DEFAULT', 'CONSENT', 'NONE'
  )),
  CONSTRAINT "incident_capacity_check" CHECK ("capacity" IN ('INDIVIDUAL', 'OFFICIAL', 'NONE')),
  CONSTRAINT "incident_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "incident_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'NONE'
  )),
  CONSTRAINT "incident_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  )),
  CONSTRAINT "incident_admission_basis_check" CHECK ("admission_basis" IN ('RECORDED', 'SOURCE_ATTESTED', 'NONE')),
  CONSTRAINT "incident_nexus_check" CHECK ("nexus" IN ('FORCE', 'OTHER_3B', 'UNKNOWN')),
  CONSTRAINT "incident_owner_kind_check" CHECK ("owner_kind" = "owner_jurisdiction" || '/' || "kind"),
  CONSTRAINT "incident_decided_check" CHECK ("decided_earliest" <= "decided_latest")
);

CREATE TABLE "incidents"."assertion" (
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

CREATE TABLE "incidents"."separation_ledger" (
  "id" TEXT NOT NULL,
  "agency_id" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "separation_ledger_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "separation_ledger_agency_id_period_key" UNIQUE ("agency_id", "period")
);

CREATE INDEX "incident_subject_record_idx" ON "incidents"."incident" ("subject_record");
CREATE INDEX "incident_agency_id_idx" ON "incidents"."incident" ("agency_id");
CREATE INDEX "incident_owner_jurisdiction_kind_idx" ON "incidents"."incident" ("owner_jurisdiction", "kind");

-- Append-only, for every role: ALWAYS also holds where triggers are switched off for replication. One trigger a
-- statement, so that even a change of no row is refused.
CREATE FUNCTION "incidents"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "assertion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "incidents"."assertion"
  FOR EACH STATEMENT EXECUTE FUNCTION "incidents"."refuse_change"();
ALTER TABLE "incidents"."assertion" ENABLE ALWAYS TRIGGER "assertion_append_only";

-- Rows are written and superseded, never deleted, by the subgraph's own role; nobody else reaches the schema.
GRANT USAGE ON SCHEMA "incidents" TO comity_incidents;
GRANT SELECT, INSERT, UPDATE ON "incidents"."incident", "incidents"."separation_ledger" TO comity_incidents;
GRANT SELECT, INSERT ON "incidents"."assertion" TO comity_incidents;
GRANT USAGE ON SEQUENCE "incidents"."assertion_seq_seq" TO comity_incidents;
