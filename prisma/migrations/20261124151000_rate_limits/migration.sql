-- Points that were spent in the windows under way, for all processes of the gateway together (gateway/limits/rates.ts). Keys
-- are digests: nobody's name or address is kept to count by. Losing the table in a crash of the server opens a new window.

CREATE UNLOGGED TABLE "hub"."rate_limit" (
  "key" TEXT NOT NULL,
  "points" INTEGER NOT NULL DEFAULT 0,
  "expire" BIGINT,
  CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- What has expired is deleted: the one table from which anything is.
GRANT SELECT, INSERT, UPDATE, DELETE ON "hub"."rate_limit" TO comity_hub;
