-- Blocking keys carry the version of the code that made them: a row of another version (0: made before there were versions)
-- is keyed anew before it is searched.

ALTER TABLE "officers"."identity_record" ADD COLUMN "keys_version" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "identity_record_keys_version_idx" ON "officers"."identity_record" ("keys_version");

-- A list of pending entries would be read through by every look-up of every key; whoever writes sorts them in.
ALTER INDEX "officers"."identity_record_match_keys_idx" SET (fastupdate = off);
