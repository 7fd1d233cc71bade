-- A check that is made in a case of prosecution or certification says so; a hiring check goes on having no kind.

ALTER TABLE "officers"."background_check"
  DROP CONSTRAINT "background_check_kind_check",
  ADD CONSTRAINT "background_check_kind_check" CHECK ("kind" IN (
    'EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE',
    'SEPARATION_UNDER_INVESTIGATION', 'CERTIFICATION', 'PROSECUTION', 'NONE'
  ));
