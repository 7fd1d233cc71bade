import type { Stage } from '../../policy/index.js'

/** What a stage means, for a reader who is no lawyer. A test holds the wording to rulings.md. */
export const STAGE_TEXT: Readonly<Record<Stage, string>> = {
  NONE: 'There is no matter behind this record.',
  HELD: 'The source gives a status that it has not explained. It is kept for the owner and is not taken as final.',
  ALLEGED: 'Something was alleged. Nothing was found.',
  INVESTIGATING: 'An investigation is open. Nothing was found.',
  NOTICED: 'The officer was told of the matter and may answer. Nothing was found.',
  HEARD: 'The officer was heard. Nothing is decided yet.',
  WAIVED: 'The officer gave up the hearing. Nothing is decided yet.',
  DEFAULTED: 'The officer was told and did not answer. Nothing is decided yet.',
  NOT_SUSTAINED: 'The deciding authority did not find enough to sustain it.',
  UNFOUNDED: 'The deciding authority found that it did not happen.',
  EXONERATED: 'The deciding authority found that the officer acted properly.',
  NO_FINDING: 'The matter ended without a finding.',
  SUSTAINED: 'The deciding authority sustained it. The decision is not final.',
  APPEAL_WINDOW: 'It was decided, and the time to appeal has not run out.',
  APPEAL_PENDING: 'It was decided, and an appeal is pending.',
  EFFECTIVE_UNDER_APPEAL: 'The order is in effect while an appeal is pending. Contact the source.',
  SEPARATED_UNDER_INVESTIGATION:
    'The officer left while an investigation into the use of force was open. A pointer, not a finding. Contact the source.',
  FINAL: 'Decided after the officer had notice and an opportunity to be heard; the decision is final.',
  MODIFIED: 'The decision was changed on appeal. The changed decision is not final yet.',
  OVERTURNED: 'The decision was overturned. Do not consider it.',
  REMANDED: 'The decision was sent back and has to be made again. Do not consider it.',
  VOID: 'It was reported in error. Do not consider it.',
  VACATED: 'The decision was vacated. Do not consider it.',
  REOPENED: 'The matter was opened again. The earlier decision does not stand meanwhile.',
  SEALED: 'The matter is sealed.',
  EXPUNGED: 'The matter is expunged.',
  RETENTION_EXPIRED: 'The time for which the owner may keep it is over.',
  LAPSED: 'A year passed without an outcome. Do not consider it.',
}
