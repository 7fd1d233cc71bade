/**
 * What a report says about a row. A closed table: no text of the file ever enters a report, so that a report can be
 * pasted into a ticket without naming a person (rulings.md, Classes: the free text names arrests, minors, families).
 */
export const HINTS = {
  NAME_MISSING: 'The row has no surname or no given name; a record of nobody is not kept.',
  NAME_TOO_LONG: 'A name longer than 200 characters is a shifted or pasted cell; correct the source row.',
  NAME_UNREADABLE: 'A name holds characters lost to a wrong encoding, or digits; get the row from the source again.',
  NAME_PARENTHESIS: 'A second surname in parentheses is kept as an alias.',
  AGENCY_MISSING: 'The row names no agency; the employing agency is part of the key of a row.',
  AGENCY_SPELLING: 'A misspelt word of the kind of agency was corrected; a misspelt place never is.',
  AGENCY_NEAR_NAME:
    'The agency was added under this spelling; another agency of this State differs by a letter or two.',
  TWO_AGENCIES: 'The cell names two agencies: both spells are kept, the matter is filed under the first.',
  COLUMNS_SHIFTED: 'The cells do not fit their columns; correct the source row, nothing of it was kept.',
  FUNCTION_UNKNOWN: 'The function is neither law enforcement nor jail; nothing of the row was kept.',
  DATE_MISSING: 'No decertification date: the record is held for its owner.',
  DATE_UNREADABLE:
    'The date is in no form that is read with certainty: kept as unknown, the record is held for its owner.',
  DATE_IN_FUTURE: 'The date lies in the future: kept as unknown, the record is held for its owner.',
  STATUS_UNEXPLAINED: 'The list explains this status nowhere: the record is held for its owner.',
  STATUS_SHIFTED: 'The status cell holds a date: the record is held for its owner.',
  STATUS_MISSING: 'No status where one is needed: the record is held for its owner.',
  STATUS_READ_AS_APPEAL: 'The status names the appeal statute without an outcome: taken as under appeal.',
  STATUS_CONTRADICTS_LIST: 'The status contradicts the list that the row is on: the more protective stage was taken.',
  WITHDRAWN: 'Withdrawn: kept as void, visible to its owner only.',
  INELIGIBLE: 'The reason speaks of ineligibility, not of a certificate taken away: held for its owner.',
  GROUND_NOT_CITED: 'The reason cites no subsection; the ground is coded as not stated.',
  GROUND_CITATION_DAMAGED: 'The citation is damaged; the ground was read from what is left of it.',
  REASON_MISSING: 'No reason: whether it was for cause is not said, the record is held for its owner.',
  ENCODING_ASSUMED: 'The file is not UTF-8; it was read as Windows-1252.',
  TEXT_REPAIRED: 'Characters garbled by a wrong encoding were repaired.',
  DUPLICATE_ROW: 'The same row occurs earlier in this file: counted as unchanged.',
  SOURCE_KEY_COLLISION:
    'Another row of this file has the same person, agency and initial but says otherwise: neither was kept.',
  NAMESAKE_LISTED: 'A record of the same name, under another agency or initial, was imported before; this one is new.',
  DECIDED_AT_HUB: 'Its owner or a court has changed the record at the hub since; a list does not undo that.',
  COUNT_UNREADABLE: 'The number of certified officers cannot be read; the agency was kept without it.',
  AGENCY_DUPLICATE: 'The directory names this agency twice with different counts; the first was kept.',
  ADMISSION_TRAINING_LAPSE: 'A certificate lost for missed training is not a decertification for cause.',
  STORE_FORBIDDEN: "The owner's law does not permit the hub to store this.",
} as const

export type IssueCode = keyof typeof HINTS

/** `field` is the column of the source as this table names it, or `row`. */
export const FIELDS = ['row', 'name', 'agency', 'function', 'decertDate', 'status', 'reason', 'count'] as const
export type IssueField = (typeof FIELDS)[number]

export interface RowIssue {
  readonly tab: string
  /** 1-based, as a spreadsheet shows it; of a CSV the line of the record counted from the header, which is 1. */
  readonly row: number
  readonly field: IssueField
  readonly code: IssueCode
  readonly hint: string
}

export function issue(tab: string, row: number, field: IssueField, code: IssueCode): RowIssue {
  return { tab, row, field, code, hint: HINTS[code] }
}
