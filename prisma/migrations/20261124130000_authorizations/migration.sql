-- An owner's policy officer records and revokes authorizations; what was recorded stays as it was recorded.

-- Revoked once, and nothing else ever changes: what somebody was shown under it has to be told later.
CREATE FUNCTION "hub"."revoke_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."revoked_at" IS NOT NULL OR NEW."revoked_at" IS NULL
     OR to_jsonb(OLD) - 'revoked_at' IS DISTINCT FROM to_jsonb(NEW) - 'revoked_at' THEN
    RAISE EXCEPTION '%.% is revoked once and not changed', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "owner_authorization_revoke_only" BEFORE UPDATE ON "hub"."owner_authorization"
  FOR EACH ROW EXECUTE FUNCTION "hub"."revoke_only"();
ALTER TABLE "hub"."owner_authorization" ENABLE ALWAYS TRIGGER "owner_authorization_revoke_only";

CREATE TRIGGER "owner_authorization_no_delete" BEFORE DELETE OR TRUNCATE ON "hub"."owner_authorization"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."owner_authorization" ENABLE ALWAYS TRIGGER "owner_authorization_no_delete";

-- What each subgraph publishes of its records for the preview: whose they are and what a rule reads of them, without an id
-- and without the person. A view reads with its owner's rights.
CREATE VIEW "hub"."owned_record" WITH (security_barrier) AS
  SELECT 'IdentityRecord' AS "record_type", "owner_jurisdiction", "owner_class", "kind", "stage", "admitted",
         "admission_basis", "sealed", "subject_noticed", "counter_signed", "nexus", "pointer_allowed", "decided_latest",
         "valid_from", "valid_until", "named_owners"
    FROM "officers"."identity_record"
  UNION ALL
  SELECT 'Employment', "owner_jurisdiction", "owner_class", "kind", "stage", "admitted",
         "admission_basis", "sealed", "subject_noticed", "counter_signed", "nexus", "pointer_allowed", "decided_latest",
         "valid_from", "valid_until", "named_owners"
    FROM "officers"."employment"
  UNION ALL
  SELECT 'Certification', "owner_jurisdiction", "owner_class", "kind", "stage", "admitted",
         "admission_basis", "sealed", "subject_noticed", "counter_signed", "nexus", "pointer_allowed", "decided_latest",
         "valid_from", "valid_until", "named_owners"
    FROM "credentials"."certification"
  UNION ALL
  SELECT 'Incident', "owner_jurisdiction", "owner_class", "kind", "stage", "admitted",
         "admission_basis", "sealed", "subject_noticed", "counter_signed", "nexus", "pointer_allowed", "decided_latest",
         "valid_from", "valid_until", "named_owners"
    FROM "incidents"."incident";

GRANT SELECT ON "hub"."owned_record" TO comity_agencies;
GRANT INSERT, UPDATE ("revoked_at") ON "hub"."owner_authorization" TO comity_agencies;
-- Whoever serves reads its reference data again.
GRANT UPDATE ("epoch") ON "hub"."state" TO comity_agencies;
