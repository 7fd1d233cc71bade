-- Tokens that are refused although their issuer signed them: one by its id, or all that a subject had until an instant.

CREATE TABLE "hub"."revoked_token" (
  "seq" BIGSERIAL NOT NULL,
  "issuer" TEXT NOT NULL,
  "jti" TEXT,
  "subject" TEXT,
  "issued_before" TIMESTAMPTZ(3),
  "reason" TEXT NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "revoked_token_pkey" PRIMARY KEY ("seq"),
  CONSTRAINT "revoked_token_what_check" CHECK (
    ("jti" IS NULL) <> ("subject" IS NULL) AND ("subject" IS NULL) = ("issued_before" IS NULL)
  )
);

-- Both are asked for every request that comes with a token.
CREATE INDEX "revoked_token_issuer_jti_idx" ON "hub"."revoked_token" ("issuer", "jti");
CREATE INDEX "revoked_token_issuer_subject_issued_before_idx"
  ON "hub"."revoked_token" ("issuer", "subject", "issued_before");

-- What was revoked stays revoked; a mistake costs its user a new sign-in.
CREATE TRIGGER "revoked_token_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."revoked_token"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."revoked_token" ENABLE ALWAYS TRIGGER "revoked_token_append_only";

-- Read by whoever authenticates. The operator alone adds, as the owner of the database.
GRANT SELECT ON "hub"."revoked_token" TO comity_hub;
