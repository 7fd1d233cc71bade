-- The partner service through which a user asked. NULL where the user came alone, and in every entry from before.
ALTER TABLE "hub"."disclosure_entry" ADD COLUMN "service" TEXT;
