-- What the officers subgraph publishes of an identity record to the others: whose it is and whose person it belongs to, and
-- nothing of the person. A view reads with its owner's rights, so that no other role needs any in schema `officers`.
CREATE VIEW "hub"."officer_record" WITH (security_barrier) AS
  SELECT "id" AS "record_id", "officer_id", "owner_jurisdiction", "owner_class", "owner_agency", "sealed"
    FROM "officers"."identity_record";

GRANT SELECT ON "hub"."officer_record" TO comity_incidents, comity_credentials;

-- A matter that is admitted or reversed changes what others may know of a person: every process reads again.
GRANT UPDATE ("epoch") ON "hub"."state" TO comity_incidents;
