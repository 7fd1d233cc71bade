-- What an agency's person dismissed for a candidate comes back as dismissed, as long as the evidence is the same.

ALTER TABLE "officers"."match"
  -- HMAC of what was compared: the model, the candidate's statement, each record and spell in its version.
  ADD COLUMN "evidence" TEXT NOT NULL DEFAULT '',
  DROP CONSTRAINT "match_adjudication_check",
  ADD CONSTRAINT "match_adjudication_check" CHECK ("adjudication" IN (
    'OPEN', 'CONFIRMED', 'DISMISSED', 'DISMISSED_EARLIER'
  ));

CREATE INDEX "background_check_owner_agency_candidate_digest_idx"
  ON "officers"."background_check" ("owner_agency", "candidate_digest");
