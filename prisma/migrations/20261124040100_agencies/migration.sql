-- Schema `agencies`: jurisdictions and agencies (class P0).

CREATE SCHEMA "agencies";

CREATE TABLE "agencies"."jurisdiction" (
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "class" TEXT NOT NULL,
  "usps_code" TEXT,
  "fips_code" TEXT,
  "ncic_code" TEXT,
  "synthetic" BOOLEAN NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "jurisdiction_pkey" PRIMARY KEY ("code"),
  CONSTRAINT "jurisdiction_class_check" CHECK ("class" IN ('FEDERAL', 'STATE', 'TRIBAL', 'TERRITORIAL'))
);

CREATE TABLE "agencies"."agency" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "normalized_name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "jurisdiction_class" TEXT NOT NULL,
  "jurisdiction_code" TEXT NOT NULL,
  "sworn_count" INTEGER,
  "parent_id" TEXT,
  "synthetic" BOOLEAN NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "source_system" TEXT,
  "source_key" TEXT,
  "source_digest" TEXT,
  CONSTRAINT "agency_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "agency_source_system_source_key_key" UNIQUE ("source_system", "source_key"),
  CONSTRAINT "agency_kind_check" CHECK ("kind" IN (
    'POLICE', 'SHERIFF', 'STATE_POLICE', 'TRIBAL_POLICE', 'CORRECTIONS', 'CAMPUS', 'FEDERAL_AGENCY',
    'COMMISSION', 'PROSECUTOR', 'COURT', 'CREDENTIALING_BODY', 'GRANTS_OFFICE', 'OVERSIGHT', 'OTHER'
  )),
  CONSTRAINT "agency_jurisdiction_class_check" CHECK ("jurisdiction_class" IN (
    'FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'
  ))
);

CREATE TABLE "agencies"."agency_ori" (
  "id" TEXT NOT NULL,
  "agency_id" TEXT NOT NULL,
  "ori" TEXT NOT NULL,
  "valid" BOOLEAN NOT NULL,
  "from" DATE,
  "until" DATE,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "agency_ori_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agencies"."assertion" (
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

CREATE INDEX "agency_jurisdiction_code_name_idx" ON "agencies"."agency" ("jurisdiction_code", "name");
CREATE INDEX "agency_normalized_name_idx" ON "agencies"."agency" ("normalized_name");
CREATE INDEX "agency_ori_agency_id_idx" ON "agencies"."agency_ori" ("agency_id");
CREATE INDEX "agency_ori_ori_idx" ON "agencies"."agency_ori" ("ori");

ALTER TABLE "agencies"."agency" ADD CONSTRAINT "agency_jurisdiction_code_fkey"
  FOREIGN KEY ("jurisdiction_code") REFERENCES "agencies"."jurisdiction" ("code")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agencies"."agency" ADD CONSTRAINT "agency_parent_id_fkey"
  FOREIGN KEY ("parent_id") REFERENCES "agencies"."agency" ("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "agencies"."agency_ori" ADD CONSTRAINT "agency_ori_agency_id_fkey"
  FOREIGN KEY ("agency_id") REFERENCES "agencies"."agency" ("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, for every role: ALWAYS also holds where triggers are switched off for replication. One trigger a
-- statement, so that even a change of no row is refused.
CREATE FUNCTION "agencies"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "assertion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "agencies"."assertion"
  FOR EACH STATEMENT EXECUTE FUNCTION "agencies"."refuse_change"();
ALTER TABLE "agencies"."assertion" ENABLE ALWAYS TRIGGER "assertion_append_only";

-- Rows are written and superseded, never deleted, by the subgraph's own role.
GRANT USAGE ON SCHEMA "agencies" TO comity_agencies;
GRANT SELECT, INSERT, UPDATE ON 
  "agencies"."jurisdiction", "agencies"."agency", "agencies"."agency_ori"
  TO comity_agencies;
GRANT SELECT, INSERT ON "agencies"."assertion" TO comity_agencies;
GRANT USAGE ON SEQUENCE "agencies"."assertion_seq_seq" TO comity_agencies;

-- Where a viewer's agency stands is looked up at the edge; these tables are class P0, visible to everyone.
GRANT USAGE ON SCHEMA "agencies" TO comity_hub;
GRANT SELECT ON "agencies"."jurisdiction", "agencies"."agency", "agencies"."agency_ori" TO comity_hub;
