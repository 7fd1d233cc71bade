import type { IncidentKind } from '../../../../policy/types.js'
import type { AdmissionCode, AdmissionInput } from '../../../../subgraphs/incidents/admission/index.js'
import { day, fair, PEOPLE, TODAY } from './people.js'

type Change = Partial<AdmissionInput>
const E = PEOPLE.EXCESSIVE_FORCE_FINDING.input
const T = PEOPLE.TERMINATION.input
const D = PEOPLE.DECERTIFICATION.input
const C = PEOPLE.CONVICTION_ON_DUTY.input
const J = PEOPLE.CIVIL_JUDGMENT_FORCE.input
const S = PEOPLE.SEPARATION_UNDER_INVESTIGATION.input

/** Each rule where it decides (a code) and where it does not (ADMITTED), on the person of people.ts with one change. */
export const CASES: readonly [who: string, kind: IncidentKind, change: Change, expected: AdmissionCode | 'ADMITTED'][] =
  [
    ['Reyes waived the hearing knowingly', 'EXCESSIVE_FORCE_FINDING', fair(E, { opportunity: 'WAIVED' }), 'ADMITTED'],
    [
      'Reyes never answered, and a default was entered',
      'EXCESSIVE_FORCE_FINDING',
      fair(E, { opportunity: 'DEFAULTED' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Reyes was found to have falsified a report',
      'EXCESSIVE_FORCE_FINDING',
      { nexus: 'OTHER_3B' },
      'ADMISSION_NOT_FORCE',
    ],
    ['Reyes: nobody says what it was about', 'EXCESSIVE_FORCE_FINDING', { nexus: 'UNKNOWN' }, 'ADMISSION_NOT_FORCE'],
    ['Reyes was exonerated', 'EXCESSIVE_FORCE_FINDING', { statedStages: ['EXONERATED'] }, 'ADMISSION_NOT_SUSTAINED'],
    [
      'Reyes: no authority decided',
      'EXCESSIVE_FORCE_FINDING',
      { decidingAuthority: 'NONE' },
      'ADMISSION_NO_DECIDING_AUTHORITY',
    ],

    [
      'Okafor was let go in probation',
      'TERMINATION',
      { groundNature: 'PROBATIONARY_DISCHARGE' },
      'ADMISSION_PROBATIONARY',
    ],
    ['Okafor was laid off', 'TERMINATION', { groundNature: 'LAYOFF' }, 'ADMISSION_PROBATIONARY'],
    ['Okafor: the reason is not stated', 'TERMINATION', { groundNature: 'UNKNOWN' }, 'ADMISSION_GROUND_UNKNOWN'],
    ['Okafor was dismissed for something else than force', 'TERMINATION', { nexus: 'OTHER_3B' }, 'ADMITTED'],
    ['Okafor had no hearing', 'TERMINATION', fair(T, { opportunity: 'NOT_AFFORDED' }), 'ADMISSION_NO_FAIR_PROCESS'],
    [
      'Okafor: it is not known whether there was a hearing',
      'TERMINATION',
      fair(T, { opportunity: 'UNKNOWN' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Okafor heard of it after it was decided',
      'TERMINATION',
      fair(T, { noticedOn: day('2024-05-21') }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    ['Okafor heard of it the day it was decided', 'TERMINATION', fair(T, { noticedOn: day('2024-05-20') }), 'ADMITTED'],
    ['Okafor grieves the dismissal', 'TERMINATION', { statedStages: ['APPEAL_PENDING'] }, 'ADMISSION_NOT_FINAL'],
    ['Okafor may still grieve it', 'TERMINATION', { statedStages: ['APPEAL_WINDOW'] }, 'ADMISSION_NOT_FINAL'],
    [
      'Okafor is dismissed, effective, and grieves',
      'TERMINATION',
      { statedStages: ['EFFECTIVE_UNDER_APPEAL'] },
      'ADMISSION_NOT_FINAL',
    ],

    [
      'Lindqvist missed in-service training',
      'DECERTIFICATION',
      { groundNature: 'TRAINING_LAPSE' },
      'ADMISSION_TRAINING_LAPSE',
    ],
    ['Lindqvist defaulted', 'DECERTIFICATION', fair(D, { opportunity: 'DEFAULTED' }), 'ADMITTED'],
    ['Lindqvist was never told', 'DECERTIFICATION', fair(D, { notice: 'NOT_SERVED' }), 'ADMISSION_NO_FAIR_PROCESS'],
    [
      'Lindqvist: it is not known whether notice was served',
      'DECERTIFICATION',
      fair(D, { notice: 'UNKNOWN' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Lindqvist: nothing shows that process was fair',
      'DECERTIFICATION',
      fair(D, { basis: 'NONE' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Lindqvist: nobody is named who gave it',
      'DECERTIFICATION',
      fair(D, { authority: ' ' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Lindqvist: the owner attests, signed',
      'DECERTIFICATION',
      fair(D, { basis: 'OWNER_ATTESTED', attestedBy: 'Director' }),
      'ADMITTED',
    ],
    [
      'Lindqvist: the owner attests, unsigned',
      'DECERTIFICATION',
      fair(D, { basis: 'OWNER_ATTESTED' }),
      'ADMISSION_UNATTESTED',
    ],
    [
      'Lindqvist: a record that does not say how the hearing went',
      'DECERTIFICATION',
      fair(D, { opportunity: 'AFFORDED' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Lindqvist on a list that its owner vouches for',
      'DECERTIFICATION',
      {
        basis: 'SOURCE_ATTESTED',
        ...fair(D, { opportunity: 'AFFORDED', basis: 'OWNER_ATTESTED', attestedBy: 'Director' }),
      },
      'ADMITTED',
    ],
    [
      'Lindqvist on a list that nobody vouches for',
      'DECERTIFICATION',
      { basis: 'SOURCE_ATTESTED', ...fair(D, { opportunity: 'AFFORDED', basis: 'STATUTORY_PROCEDURE' }) },
      'ADMISSION_UNATTESTED',
    ],
    [
      'Lindqvist on a list, never told',
      'DECERTIFICATION',
      { basis: 'SOURCE_ATTESTED', ...fair(D, { notice: 'UNKNOWN', basis: 'OWNER_ATTESTED', attestedBy: 'Director' }) },
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Lindqvist: final, says the tab; appeal pending, says the status',
      'DECERTIFICATION',
      { statedStages: ['FINAL', 'APPEAL_PENDING'] },
      'ADMISSION_NOT_FINAL',
    ],
    [
      'Lindqvist: a status with an unexplained asterisk',
      'DECERTIFICATION',
      { statedStages: ['HELD'] },
      'ADMISSION_STATUS_UNEXPLAINED',
    ],
    [
      'Lindqvist: final, says the tab; unexplained, says the status',
      'DECERTIFICATION',
      { statedStages: ['FINAL', 'HELD'] },
      'ADMISSION_STATUS_UNEXPLAINED',
    ],
    ['Lindqvist: no status at all', 'DECERTIFICATION', { statedStages: [] }, 'ADMISSION_STATUS_UNEXPLAINED'],
    [
      'Lindqvist: the order was vacated',
      'DECERTIFICATION',
      { statedStages: ['FINAL', 'VACATED'] },
      'ADMISSION_REVERSED',
    ],
    ['Lindqvist: the order is sealed', 'DECERTIFICATION', { statedStages: ['FINAL', 'SEALED'] }, 'ADMISSION_SEALED'],
    [
      'Lindqvist is being investigated',
      'DECERTIFICATION',
      { statedStages: ['INVESTIGATING'] },
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    ['Lindqvist was decertified in 2029', 'DECERTIFICATION', { decidedOn: day('2029-01-01') }, 'DATE_IN_FUTURE'],
    [
      'Lindqvist was decertified today',
      'DECERTIFICATION',
      { decidedOn: { earliest: TODAY, latest: TODAY } },
      'ADMITTED',
    ],
    [
      'Lindqvist was decertified this year',
      'DECERTIFICATION',
      { decidedOn: { earliest: TODAY - 60, latest: TODAY + 300 } },
      'ADMITTED',
    ],
    [
      'Lindqvist was decertified before it occurred',
      'DECERTIFICATION',
      { occurredOn: day('2025-01-01') },
      'ADMISSION_DATES_CONTRADICT',
    ],

    [
      'Abara pleaded guilty',
      'CONVICTION_ON_DUTY',
      { disposition: 'PLEA', ...fair(C, { opportunity: 'WAIVED' }) },
      'ADMITTED',
    ],
    ['Abara did not contest', 'CONVICTION_ON_DUTY', { disposition: 'NOLO' }, 'ADMITTED'],
    ['Abara got a deferred disposition', 'CONVICTION_ON_DUTY', { disposition: 'DEFERRED' }, 'ADMISSION_DEFERRED'],
    ['Abara: charges dismissed', 'CONVICTION_ON_DUTY', { disposition: 'DISMISSED' }, 'ADMISSION_NO_JUDGMENT'],
    ['Abara: no disposition', 'CONVICTION_ON_DUTY', { disposition: 'NONE' }, 'ADMISSION_NO_JUDGMENT'],
    ['Abara: on duty, the agency says', 'CONVICTION_ON_DUTY', { onDutyBasis: 'AGENCY' }, 'ADMISSION_OFF_DUTY'],
    [
      'Abara was convicted of drink driving on a day off',
      'CONVICTION_ON_DUTY',
      { onDutyBasis: 'NONE' },
      'ADMISSION_OFF_DUTY',
    ],
    ['Abara: the court found it was on duty', 'CONVICTION_ON_DUTY', { onDutyBasis: 'COURT_FINDING' }, 'ADMITTED'],
    ['Abara stipulated that it was on duty', 'CONVICTION_ON_DUTY', { onDutyBasis: 'STIPULATED' }, 'ADMITTED'],
    ['Abara appeals', 'CONVICTION_ON_DUTY', { statedStages: ['APPEAL_PENDING'] }, 'ADMISSION_NOT_FINAL'],
    ['Abara: the record is expunged', 'CONVICTION_ON_DUTY', { statedStages: ['EXPUNGED'] }, 'ADMISSION_SEALED'],

    ['Castellano: the city settled', 'CIVIL_JUDGMENT_FORCE', { disposition: 'SETTLEMENT' }, 'ADMISSION_SETTLEMENT'],
    [
      'Castellano: the city paid',
      'CIVIL_JUDGMENT_FORCE',
      { disposition: 'INDEMNIFIED_PAYOUT' },
      'ADMISSION_SETTLEMENT',
    ],
    [
      'Castellano: the claim was dismissed',
      'CIVIL_JUDGMENT_FORCE',
      { disposition: 'DISMISSED' },
      'ADMISSION_SETTLEMENT',
    ],
    ['Castellano: nothing was entered', 'CIVIL_JUDGMENT_FORCE', { disposition: 'NONE' }, 'ADMISSION_NO_JUDGMENT'],
    ['Castellano: tried to the bench', 'CIVIL_JUDGMENT_FORCE', { disposition: 'BENCH' }, 'ADMITTED'],
    ['Castellano: consent judgment entered', 'CIVIL_JUDGMENT_FORCE', { disposition: 'CONSENT' }, 'ADMITTED'],
    [
      'Castellano was sued as the office',
      'CIVIL_JUDGMENT_FORCE',
      { capacity: 'OFFICIAL' },
      'ADMISSION_OFFICIAL_CAPACITY',
    ],
    ['Castellano: capacity is not stated', 'CIVIL_JUDGMENT_FORCE', { capacity: 'NONE' }, 'ADMISSION_OFFICIAL_CAPACITY'],
    [
      'Castellano defaulted, service is not proved',
      'CIVIL_JUDGMENT_FORCE',
      { disposition: 'DEFAULT', ...fair(J, { opportunity: 'DEFAULTED' }) },
      'ADMISSION_DEFAULT_UNSERVED',
    ],
    [
      'Castellano defaulted, service is proved',
      'CIVIL_JUDGMENT_FORCE',
      { disposition: 'DEFAULT', proofOfService: true, ...fair(J, { opportunity: 'DEFAULTED' }) },
      'ADMITTED',
    ],
    ['Castellano was liable for a false arrest', 'CIVIL_JUDGMENT_FORCE', { nexus: 'OTHER_3B' }, 'ADMISSION_NOT_FORCE'],

    [
      'Whitehorse was investigated for timesheets',
      'SEPARATION_UNDER_INVESTIGATION',
      { nexus: 'OTHER_3B' },
      'ADMISSION_NOT_FORCE',
    ],
    [
      'Whitehorse left after the investigation was closed',
      'SEPARATION_UNDER_INVESTIGATION',
      { investigationOpenAtSeparation: false },
      'ADMISSION_NOT_UNDER_INVESTIGATION',
    ],
    [
      'Whitehorse: only the agency signed',
      'SEPARATION_UNDER_INVESTIGATION',
      { counterSigned: false },
      'ADMISSION_NOT_COUNTERSIGNED',
    ],
    [
      'Whitehorse was not noticed',
      'SEPARATION_UNDER_INVESTIGATION',
      fair(S, { notice: 'NOT_SERVED', noticedOn: null, respondedOn: null }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Whitehorse may respond and has not yet',
      'SEPARATION_UNDER_INVESTIGATION',
      fair(S, { opportunity: 'AFFORDED', respondedOn: null }),
      'ADMITTED',
    ],
    [
      'Whitehorse was noticed, nobody knows when',
      'SEPARATION_UNDER_INVESTIGATION',
      fair(S, { opportunity: 'AFFORDED', noticedOn: null, respondedOn: null }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Whitehorse had no right to respond',
      'SEPARATION_UNDER_INVESTIGATION',
      fair(S, { opportunity: 'NOT_AFFORDED' }),
      'ADMISSION_NO_FAIR_PROCESS',
    ],
    [
      'Whitehorse: a year without an outcome',
      'SEPARATION_UNDER_INVESTIGATION',
      { occurredOn: day('2024-12-01'), ...fair(S, { noticedOn: day('2025-01-02'), respondedOn: day('2025-01-05') }) },
      'ADMISSION_LAPSED',
    ],
    [
      'Whitehorse was exonerated',
      'SEPARATION_UNDER_INVESTIGATION',
      { statedStages: ['EXONERATED'] },
      'ADMISSION_NOT_SUSTAINED',
    ],
    [
      'Whitehorse: a pointer cannot be final',
      'SEPARATION_UNDER_INVESTIGATION',
      { statedStages: ['FINAL'] },
      'ADMISSION_NOT_FINAL',
    ],
  ]
