-- Schema `credentials`: officers' certificates and agencies' credentials.

CREATE SCHEMA "credentials";

CREATE TABLE "credentials"."certification" (
  "id" TEXT NOT NULL,
  "authority_id" TEXT NOT NULL,
  "number" TEXT,
  "certificate_class" TEXT NOT NULL,
  "class_raw" TEXT,
  "status" TEXT NOT NULL,
  "status_raw" TEXT,
  "status_on" DATE,
  "status_precision" TEXT NOT NULL,
  "issued_on" DATE,
  "issued_precision" TEXT NOT NULL,
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
  CONSTRAINT "certification_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "certification_source_system_source_key_key" UNIQUE ("source_system", "source_key"),
  CONSTRAINT "certification_certificate_class_check" CHECK ("certificate_class" IN (
    'LAW_ENFORCEMENT', 'JAIL', 'RESERVE', 'DISPATCH', 'OTHER'
  )),
  CONSTRAINT "certification_status_check" CHECK ("status" IN (
    'ACTIVE', 'INACTIVE', 'SUSPENDED', 'REVOKED', 'NOT_CURRENTLY_VALID', 'SURRENDERED', 'EXPIRED',
    'REINSTATED', 'HELD'
  )),
  CONSTRAINT "certification_status_precision_check" CHECK ("status_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "certification_issued_precision_check" CHECK ("issued_precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "certification_owner_class_check" CHECK ("owner_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  )),
  CONSTRAINT "certification_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'NONE'
  )),
  CONSTRAINT "certification_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  )),
  CONSTRAINT "certification_admission_basis_check" CHECK ("admission_basis" IN (
    'RECORDED', 'SOURCE_ATTESTED', 'NONE'
  )),
  CONSTRAINT "certification_nexus_check" CHECK ("nexus" IN ('FORCE', 'OTHER_3B', 'UNKNOWN')),
  CONSTRAINT "certification_owner_kind_check" CHECK ("owner_kind" = "owner_jurisdiction" || '/' || "kind"),
  CONSTRAINT "certification_decided_check" CHECK ("decided_earliest" <= "decided_latest")
);

CREATE TABLE "credentials"."certification_status" (
  "id" TEXT NOT NULL,
  "certification_id" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "status_raw" TEXT,
  "effective_on" DATE,
  "precision" TEXT NOT NULL,
  "stage" TEXT NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "certification_status_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "certification_status_status_check" CHECK ("status" IN (
    'ACTIVE', 'INACTIVE', 'SUSPENDED', 'REVOKED', 'NOT_CURRENTLY_VALID', 'SURRENDERED', 'EXPIRED',
    'REINSTATED', 'HELD'
  )),
  CONSTRAINT "certification_status_precision_check" CHECK ("precision" IN ('DAY', 'MONTH', 'YEAR', 'NONE')),
  CONSTRAINT "certification_status_stage_check" CHECK ("stage" IN (
    'NONE', 'HELD', 'ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'WAIVED', 'DEFAULTED', 'NOT_SUSTAINED',
    'UNFOUNDED', 'EXONERATED', 'NO_FINDING', 'SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING',
    'EFFECTIVE_UNDER_APPEAL', 'SEPARATED_UNDER_INVESTIGATION', 'FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED',
    'VOID', 'VACATED', 'REOPENED', 'SEALED', 'EXPUNGED', 'RETENTION_EXPIRED', 'LAPSED'
  ))
);

CREATE TABLE "credentials"."agency_credential" (
  "id" TEXT NOT NULL,
  "agency_id" TEXT NOT NULL,
  "body_id" TEXT NOT NULL,
  "body_name" TEXT NOT NULL,
  "standard" TEXT NOT NULL,
  "standard_version" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "from" DATE,
  "until" DATE,
  "synthetic" BOOLEAN NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "agency_credential_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "agency_credential_status_check" CHECK ("status" IN ('SOUGHT', 'IN_PROCESS', 'HELD', 'LAPSED'))
);

CREATE TABLE "credentials"."assertion" (
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

CREATE INDEX "certification_subject_record_idx" ON "credentials"."certification" ("subject_record");
CREATE INDEX "certification_authority_id_idx" ON "credentials"."certification" ("authority_id");
CREATE INDEX "certification_status_certification_id_idx" ON "credentials"."certification_status" ("certification_id");
CREATE INDEX "agency_credential_agency_id_idx" ON "credentials"."agency_credential" ("agency_id");

ALTER TABLE "credentials"."certification_status" ADD CONSTRAINT "certification_status_certification_id_fkey"
  FOREIGN KEY ("certification_id") REFERENCES "credentials"."certification" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, for every role: ALWAYS also holds where triggers are switched off for replication. One trigger a
-- statement, so that even a change of no row is refused.
CREATE FUNCTION "credentials"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "assertion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "credentials"."assertion"
  FOR EACH STATEMENT EXECUTE FUNCTION "credentials"."refuse_change"();
ALTER TABLE "credentials"."assertion" ENABLE ALWAYS TRIGGER "assertion_append_only";

-- Rows are written and superseded, never deleted, by the subgraph's own role; nobody else reaches the schema.
GRANT USAGE ON SCHEMA "credentials" TO comity_credentials;
GRANT SELECT, INSERT, UPDATE ON 
  "credentials"."certification", "credentials"."certification_status", "credentials"."agency_credential"
  TO comity_credentials;
GRANT SELECT, INSERT ON "credentials"."assertion" TO comity_credentials;
GRANT USAGE ON SEQUENCE "credentials"."assertion_seq_seq" TO comity_credentials;
