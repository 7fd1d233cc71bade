-- What the rule against fishing has noticed (subgraphs/officers/check/fishing.ts): who asks for very many candidates, tries
-- one in many variations, or dismisses match after match. For the auditor; it holds no person's data, and nobody is
-- refused by it.

CREATE TABLE "hub"."access_flag" (
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "viewer" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "counted" INTEGER NOT NULL,
  "threshold" INTEGER NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "access_flag_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "access_flag_kind_check" CHECK ("kind" IN (
    'CANDIDATES_BY_VIEWER', 'CANDIDATES_BY_AGENCY', 'VARIATIONS_OF_CANDIDATE', 'DISMISSED_IN_SERIES', 'ATTEMPTS_EXHAUSTED'
  )),
  CONSTRAINT "access_flag_counted_check" CHECK ("counted" >= "threshold")
);

CREATE INDEX "access_flag_at_idx" ON "hub"."access_flag" ("at");
CREATE INDEX "access_flag_agency_kind_at_idx" ON "hub"."access_flag" ("agency", "kind", "at");
CREATE INDEX "match_adjudicated_by_adjudicated_at_idx" ON "officers"."match" ("adjudicated_by", "adjudicated_at");

CREATE TRIGGER "access_flag_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "hub"."access_flag"
  FOR EACH STATEMENT EXECUTE FUNCTION "hub"."refuse_change"();
ALTER TABLE "hub"."access_flag" ENABLE ALWAYS TRIGGER "access_flag_append_only";

GRANT SELECT, INSERT ON "hub"."access_flag" TO comity_officers;
