-- Links between identity records of two owners (docs/adr/0016). Records keep their officer id for good; what a confirmed
-- link changes is which officers are one person.

ALTER TABLE "officers"."officer"
  ADD COLUMN "joined_id" TEXT,
  ADD CONSTRAINT "officer_joined_id_check" CHECK ("joined_id" <> "id"),
  ADD CONSTRAINT "officer_joined_id_fkey" FOREIGN KEY ("joined_id") REFERENCES "officers"."officer" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "officers"."officer_link" (
  "id" TEXT NOT NULL,
  "first_record" TEXT NOT NULL,
  "second_record" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "proposed_for" TEXT NOT NULL,
  "proposed_at" TIMESTAMPTZ(3) NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "gates" TEXT[] NOT NULL,
  "explanations" JSONB NOT NULL,
  "model_version" TEXT NOT NULL,
  "confirmed_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL,
  CONSTRAINT "officer_link_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "officer_link_first_record_second_record_key" UNIQUE ("first_record", "second_record"),
  CONSTRAINT "officer_link_order_check" CHECK ("first_record" < "second_record"),
  CONSTRAINT "officer_link_proposed_for_check" CHECK ("proposed_for" IN ("first_record", "second_record")),
  CONSTRAINT "officer_link_state_check" CHECK ("state" IN (
    'PROPOSED', 'CONFIRMED', 'REJECTED', 'CONTESTED', 'UNLINKED'
  )),
  CONSTRAINT "officer_link_confirmed_check" CHECK (
    "confirmed_at" IS NOT NULL OR "state" IN ('PROPOSED', 'REJECTED')
  ),
  CONSTRAINT "officer_link_method_check" CHECK ("method" IN ('PERSON', 'MATCHER')),
  CONSTRAINT "officer_link_first_record_fkey" FOREIGN KEY ("first_record")
    REFERENCES "officers"."identity_record" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "officer_link_second_record_fkey" FOREIGN KEY ("second_record")
    REFERENCES "officers"."identity_record" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "officers"."officer_link_step" (
  "id" TEXT NOT NULL,
  "link_id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "acted_for" TEXT NOT NULL,
  "reason" TEXT,
  "identifiers" JSONB NOT NULL,
  "method" TEXT NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "gates" TEXT[] NOT NULL,
  "model_version" TEXT NOT NULL,
  "effective_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "officer_link_step_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "officer_link_step_link_id_version_key" UNIQUE ("link_id", "version"),
  CONSTRAINT "officer_link_step_state_check" CHECK ("state" IN (
    'PROPOSED', 'CONFIRMED', 'REJECTED', 'CONTESTED', 'UNLINKED'
  )),
  CONSTRAINT "officer_link_step_link_id_fkey" FOREIGN KEY ("link_id")
    REFERENCES "officers"."officer_link" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "officer_joined_id_idx" ON "officers"."officer" ("joined_id");
CREATE INDEX "officer_link_second_record_idx" ON "officers"."officer_link" ("second_record");

-- A step stays as it was recorded. What a person wrote in it may have to be destroyed under an order: the owner of the
-- database blanks it, and nothing else of the step changes.
CREATE FUNCTION "officers"."blank_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."reason" IS NOT NULL OR NEW."identifiers" <> '[]'::jsonb
     OR to_jsonb(OLD) - ARRAY['reason', 'identifiers'] IS DISTINCT FROM to_jsonb(NEW) - ARRAY['reason', 'identifiers'] THEN
    RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "officer_link_step_blank_only" BEFORE UPDATE ON "officers"."officer_link_step"
  FOR EACH ROW EXECUTE FUNCTION "officers"."blank_only"();
ALTER TABLE "officers"."officer_link_step" ENABLE ALWAYS TRIGGER "officer_link_step_blank_only";

CREATE TRIGGER "officer_link_step_no_delete" BEFORE DELETE OR TRUNCATE ON "officers"."officer_link_step"
  FOR EACH STATEMENT EXECUTE FUNCTION "officers"."refuse_change"();
ALTER TABLE "officers"."officer_link_step" ENABLE ALWAYS TRIGGER "officer_link_step_no_delete";

GRANT SELECT, INSERT, UPDATE ON "officers"."officer_link" TO comity_officers;
GRANT SELECT, INSERT ON "officers"."officer_link_step" TO comity_officers;

-- A record of which the officer says that it is another's is not the login's while that stands.
ALTER TABLE "hub"."subject_link" ADD COLUMN "suspended_by" TEXT;
GRANT UPDATE ("suspended_by") ON "hub"."subject_link" TO comity_officers;
