-- The disclosure log's Merkle tree (RFC 6962), its signed heads, and how long an entry is kept.

-- Roots of complete subtrees, level 0 the leaves themselves: none of them ever changes, whatever is appended.
CREATE TABLE "hub"."tree_node" (
  "level" INTEGER NOT NULL,
  "index" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "tree_node_pkey" PRIMARY KEY ("level", "index"),
  CONSTRAINT "tree_node_hash_check" CHECK (octet_length("hash") = 32)
);

-- Which entry a leaf is of. It outlives the entry: no foreign key.
CREATE TABLE "hub"."disclosure_leaf" (
  "leaf_index" BIGINT NOT NULL,
  "entry_id" TEXT NOT NULL,
  CONSTRAINT "disclosure_leaf_pkey" PRIMARY KEY ("leaf_index"),
  CONSTRAINT "disclosure_leaf_entry_id_key" UNIQUE ("entry_id")
);

-- One root a size: of two processes that append to the same tree, one is refused and tries again.
CREATE TABLE "hub"."tree_head" (
  "size" BIGINT NOT NULL,
  "root" BYTEA NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "checkpoint" TEXT NOT NULL,
  CONSTRAINT "tree_head_pkey" PRIMARY KEY ("size"),
  CONSTRAINT "tree_head_root_check" CHECK (octet_length("root") = 32)
);

CREATE TABLE "hub"."log_key" (
  "verifier_key" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "log_key_pkey" PRIMARY KEY ("verifier_key")
);

CREATE TRIGGER "tree_node_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."tree_node"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."tree_node" ENABLE ALWAYS TRIGGER "tree_node_append_only";

CREATE TRIGGER "disclosure_leaf_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."disclosure_leaf"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."disclosure_leaf" ENABLE ALWAYS TRIGGER "disclosure_leaf_append_only";

CREATE TRIGGER "tree_head_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."tree_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."tree_head" ENABLE ALWAYS TRIGGER "tree_head_append_only";

CREATE TRIGGER "log_key_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."log_key"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."log_key" ENABLE ALWAYS TRIGGER "log_key_append_only";

-- Until when an entry is kept: decided when it is appended (audit/retention.ts). Entries from before this column are kept
-- as long as the Privacy Act asks of any, 5 U.S.C. 552a(c)(2).
DROP TRIGGER "disclosure_entry_append_only" ON "hub"."disclosure_entry";
ALTER TABLE "hub"."disclosure_entry" ADD COLUMN "retain_until" TIMESTAMPTZ(3);
UPDATE "hub"."disclosure_entry" SET "retain_until" = "at" + INTERVAL '5 years';
ALTER TABLE "hub"."disclosure_entry"
  ALTER COLUMN "retain_until" SET NOT NULL,
  ADD CONSTRAINT "disclosure_entry_retain_until_check"
    CHECK (("retain_until" AT TIME ZONE 'UTC') >= ("at" AT TIME ZONE 'UTC') + INTERVAL '5 years');

CREATE TRIGGER "disclosure_entry_append_only" BEFORE UPDATE OR TRUNCATE ON "hub"."disclosure_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."disclosure_entry" ENABLE ALWAYS TRIGGER "disclosure_entry_append_only";

CREATE FUNCTION "hub"."refuse_early_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retain_until > clock_timestamp() THEN
    RAISE EXCEPTION '%.% is append-only until retention ends', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;

CREATE TRIGGER "disclosure_entry_retained" BEFORE DELETE ON "hub"."disclosure_entry"
  FOR EACH ROW EXECUTE FUNCTION "hub"."refuse_early_removal"();
ALTER TABLE "hub"."disclosure_entry" ENABLE ALWAYS TRIGGER "disclosure_entry_retained";

-- For an auditor's questions, by time and by agency.
CREATE INDEX "disclosure_entry_at_idx" ON "hub"."disclosure_entry" ("at");
CREATE INDEX "disclosure_entry_agency_at_idx" ON "hub"."disclosure_entry" ("agency", "at");

-- Added to by the log's own role; read where an auditor is answered, and where the hub looks after itself.
GRANT SELECT, INSERT ON "hub"."tree_node", "hub"."disclosure_leaf", "hub"."tree_head", "hub"."log_key" TO comity_audit;
GRANT SELECT ON "hub"."tree_node", "hub"."disclosure_leaf", "hub"."tree_head", "hub"."log_key"
  TO comity_officers, comity_hub;
