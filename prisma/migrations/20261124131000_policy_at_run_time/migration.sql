-- Bundles that jurisdictions publish while the hub runs, and the keys that they sign them with.

CREATE TABLE "hub"."bundle_publication" (
  "seq" BIGSERIAL NOT NULL,
  "id" TEXT NOT NULL,
  "jurisdiction" TEXT NOT NULL,
  "text" TEXT,
  "effective_from" DATE NOT NULL,
  "published_by" TEXT NOT NULL,
  "key_id" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bundle_publication_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "bundle_publication_id_key" UNIQUE ("id"),
  -- A withdrawal has no text, and says so in what is signed.
  CONSTRAINT "bundle_publication_withdrawn_check" CHECK (("text" IS NULL) = ("sha256" = 'withdrawn'))
);

CREATE TABLE "hub"."policy_key" (
  "jurisdiction" TEXT NOT NULL,
  "key_id" TEXT NOT NULL,
  "public_key" TEXT NOT NULL,
  "from" DATE NOT NULL,
  "until" DATE NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "policy_key_pkey" PRIMARY KEY ("jurisdiction", "key_id")
);

CREATE INDEX "bundle_publication_jurisdiction_effective_from_idx"
  ON "hub"."bundle_publication" ("jurisdiction", "effective_from");

CREATE TRIGGER "bundle_publication_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."bundle_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."bundle_publication" ENABLE ALWAYS TRIGGER "bundle_publication_append_only";

-- Published where the policy officer is asked; read wherever a set is put in force. Only the hub's own role brings keys, so
-- that whoever can publish cannot make the key that it would take.
GRANT SELECT, INSERT ON "hub"."bundle_publication" TO comity_agencies;
GRANT USAGE ON SEQUENCE "hub"."bundle_publication_seq_seq" TO comity_agencies;
GRANT SELECT ON "hub"."policy_key" TO comity_agencies;
GRANT SELECT ON "hub"."bundle_publication" TO comity_hub;
GRANT SELECT, INSERT ON "hub"."policy_key" TO comity_hub;
