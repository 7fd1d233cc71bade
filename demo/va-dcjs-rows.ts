import { createRng } from '../prisma/seed/rng.js'

/** Number: a year separator, merged over the row. Null: a blank row that carries only a format. */
export type SheetRow = ListRow | number | null

/** Surname, given name, middle initial, agency, function, decertification date, status, reason. */
export type ListRow = readonly [
  string,
  string,
  string | null,
  string,
  string,
  Date | string | null,
  Date | string | null,
  (string | RichReason)?,
]

/** A cell written as rich text, in parts. */
export interface RichReason {
  readonly rich: readonly string[]
}

const FAMILIES = [
  'Abelworth',
  'Brindlecroft',
  'Castermoor',
  'Dunnimore',
  'Eskerridge',
  'Fallowdene',
  'Grimshand',
  'Hollinquist',
  'Inkersall',
  'Jessamore',
  'Kettlebrand',
  'Lornequist',
  'Marrowgate',
  'Netherby',
  'Ostrander',
  'Pellinore',
  'Quintrell',
  'Rathbourne',
  'Silverthwaite',
  'Tremantle',
  'Umberline',
  'Vossbrook',
  'Wexcombe',
  'Yarrowdale',
  'Zellenfield',
]
const GIVENS = [
  'Alma',
  'Bram',
  'Corinne',
  'Dexter',
  'Esme',
  'Felix',
  'Greta',
  'Hollis',
  'Ingrid',
  'Jarvis',
  'Kezia',
  'Lionel',
  'Mavis',
  'Nolan',
  'Odessa',
  'Percy',
  'Quincy',
  'Rosalind',
  'Silas',
  'Thea',
  'Ulric',
  'Verity',
  'Winona',
  'Xavier',
  'Yvette',
]
/** The first two are agencies of the demo world; the others exist nowhere. */
const AGENCIES = [
  'Quillmere Police Department',
  "Hoxenfell County Sheriff's Office",
  'Brackenholt Police Department',
  'Pellworth Police Department',
  "Trennick County Sheriff's Office",
  'Ashmarrow Regional Jail',
  'Stonequay University Police Department',
  "Merrowdale City Sheriff's Office",
  'Farrowgate Police Department',
]
const FUNCTIONS = [
  'Law-Enforcement Officer',
  'Law Enforcement Officer',
  'Jail Officer/Inmate Security',
  'Law-Enforcement & Jail Officer',
]
const CLAUSES = ['(B)(vi)', '(B)(iii)', '(B)(iii&vi)', '(B)(iv, vi & vii)', '(A)(ii)', '(B)(v)']
const CAUSE = 'invented reason, describes nobody'

export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

/** `count` plain rows of one list, the same ones every time. */
export function plainRows(seed: string, count: number, from: string, to: string, status: string): ListRow[] {
  const rng = createRng(`va-dcjs-synthetic/${seed}`)
  const [first, last] = [day(from).getTime(), day(to).getTime()]
  const people = rng
    .shuffle(FAMILIES.flatMap((family) => GIVENS.map((given) => [family, given] as const)))
    .slice(0, count)
  return people.map(([family, given]): ListRow => {
    const on = new Date(Math.floor((first + rng.next() * (last - first)) / 86_400_000) * 86_400_000)
    const middle = rng.chance(0.75) ? `${rng.pick([...'ABCDEFGHJKLMNPRSTW'])}.` : null
    return [
      family,
      given,
      middle,
      rng.pick(AGENCIES),
      rng.pick(FUNCTIONS),
      on,
      status,
      `Decertification Cause: 15.2-1707${rng.pick(CLAUSES)}- ${CAUSE}`,
    ]
  })
}

/** One defect of the published list a row, with the name of the defect as the reader of the sheet may see it. */
export interface Defect {
  readonly defect: string
  readonly row: ListRow
}

const LEO = 'Law-Enforcement Officer'
const QUILLMERE = 'Quillmere Police Department'
const cause = (citation: string, text = CAUSE) => `Decertification Cause: ${citation}- ${text}`

/** Tab 1. Each is a kind of defect that the real tab has, on a person who does not exist. */
// prettier-ignore
export const FINALIZED_DEFECTS: readonly Defect[] = [
  { defect: 'white space around names and status', row: ['Averidge ', 'Tobin ', 'M. ', QUILLMERE, `${LEO} `, day('2021-05-13'), 'Finalized ', cause('15.2-1707(B)(vi)')] },
  { defect: 'suffix in the surname cell', row: ['Belmarch III', 'Garrick', 'L.', QUILLMERE, LEO, day('2022-03-21'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'suffix behind a comma, comma at the end', row: ['Corrander Jr., ', 'Nathaniel ', null, QUILLMERE, LEO, day('2021-08-25'), 'Finalized', cause('15.2-1707(B)(i&iii)')] },
  { defect: 'several blanks before the suffix', row: ['Dunmarrow   V', 'Charlton', 'N.', QUILLMERE, LEO, day('2023-01-27'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'second surname in parentheses', row: ['Eldermoor(Springate)', 'Robyn', 'N. ', QUILLMERE, LEO, day('2021-12-16'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'right quote for an apostrophe', row: ['O’Tarrell', 'Jonas', 'M. ', 'Hoxenfell County Sheriff’s Office', LEO, day('2021-12-16'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'blank behind a hyphen', row: ['Farrin- Oakes', 'Kyler', null, 'Ashmarrow- Trennick Regional Jail', 'Jail Officer/Inmate Security', day('2022-12-07'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'middle name for an initial, and two initials', row: ['Gallowen', 'Felicity', 'Younge', QUILLMERE, LEO, day('2024-06-28'), 'FINALIZED', cause('15.2-1707(B)(vi)')] },
  { defect: 'two agencies in one cell', row: ['Hadderley', 'Cody', null, 'Stonequay University Police Department & Farrowgate Police Department', LEO, day('2021-05-13'), 'Finalized', cause('15.2-1707(B)(iii)')] },
  { defect: 'an ampersand that joins no agencies', row: ['Ivermoor', 'Bettina', 'S.', "Pell & Merrow County Sheriff's Office", LEO, day('2022-05-02'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'commas in one agency', row: ['Jorrestone', 'Clement', 'E.', 'Ashmarrow, Pellworth, Trennick Regional Jail', 'Jail Officer/Inmate Security', day('2023-01-13'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'misspelt kind of agency', row: ['Kestermane', 'Divina', 'W.', "Hoxenfell County Sheirff's Office", LEO, day('2022-02-22'), 'Finalized', cause('15.2-1707(B)(i & III)')] },
  { defect: 'misspelt place', row: ['Lathermoss', 'Abriana', null, 'Ashmarow Regionals Jail', 'Jail Officer/Inmate Security', day('2023-04-26'), 'Finalized', cause('15.2-1707(B)(iii)')] },
  { defect: 'misspelt function', row: ['Morrigate', 'Dane', 'F.', QUILLMERE, 'Law Enfrocement Officer', day('2022-03-14'), 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'recruit and field training in the function', row: ['Norvintree', 'Marcella', 'W.', QUILLMERE, 'Law Enforcement Office/ Recruit', day('2024-10-29'), 'FINALIZED', cause('15.2-1707(B)(vi)')] },
  { defect: 'date that no calendar has, as text', row: ['Ossingham', 'Timon', 'R.', QUILLMERE, LEO, '10/04/0222', 'Finalized', cause('15.2-1707(B)(vi)')] },
  { defect: 'date in the future', row: ['Pemberlow', 'Jason', 'M.', QUILLMERE, LEO, day('2089-03-28'), 'FINALIZED', cause('15.2-1707(B)(vi)')] },
  { defect: 'date before the statute was revised', row: ['Quarrenby', 'Delwyn', 'M. ', QUILLMERE, 'Law Enforcment Officer', day('2021-01-04'), 'Finalized', 'Felony:  invented, in a court that does not exist'] },
  { defect: 'APA appeal pending', row: ['Rowanhurst', 'Omara', 'H.', QUILLMERE, LEO, day('2021-09-08'), 'Finalized/ APA Appeal Pending', cause('15.2-1707(B)(vi)')] },
  { defect: 'APA pending', row: ['Selmarden', 'Elspeth', 'A.', "Hoxenfell County Sheriff's Office", LEO, day('2023-08-09'), 'Finalized/ APA Pending', cause('15.2-1707(B)(vi)')] },
  { defect: 'APA and nothing more', row: ['Tallowmere', 'Carver', 'M.', QUILLMERE, LEO, day('2023-05-02'), 'FINALIZED/APA ', cause('15.2-1707(B)(iii&vi)')] },
  { defect: 'withdrawn', row: ['Underfell', 'Davion', 'M.', QUILLMERE, LEO, day('2022-04-07'), 'Finalized-Withdrawn', cause('15.2-1707(B)(iii&vi)')] },
  { defect: 'unexplained abbreviation', row: ['Varrowick', 'Melville', 'R.', QUILLMERE, LEO, day('2024-02-14'), 'Finalized/ AH.D.', cause('15.2-1707(B)(vi)')] },
  { defect: 'unexplained asterisk', row: ['Wrenfield', 'Marigold', 'M.', QUILLMERE, LEO, day('2024-02-14'), 'FINALIZED*', cause('15.2-1707(B)(vi)')] },
  { defect: 'damaged citation, a digit lost', row: ['Yewbarrow', 'Skyla', 'S.', QUILLMERE, LEO, day('2023-03-24'), 'Finalized', 'Decertificaion Cause: 15.2-17-7(B)(vi) - Falsifying Documents'] },
  { defect: 'damaged citation, parenthesis turned', row: ['Zennermoor', 'Stefan', 'E.', QUILLMERE, LEO, day('2023-01-09'), 'Finalized', 'Decertification Cause:  15.2-1707)B)(iii) - invented'] },
  { defect: 'citation with a full stop', row: ['Arkenholt', 'Mason', 'M.', QUILLMERE, 'Jail Officer', day('2024-12-23'), 'FINALIZED', 'Decertification Cause: 15.2-1707.B(i, iv,v, & vi),-in advance, invented'] },
  { defect: 'citation without a clause', row: ['Brackenby', 'Adamson', 'P.', QUILLMERE, LEO, day('2023-05-24'), 'Finalized', 'Decertification Cause:  15.2-1707 - invented'] },
  { defect: 'use of force in the reason', row: ['Caldermoss', 'Kenward', 'L.', 'Ashmarrow Regional Jail', 'Jail Officer/Inmate Security', day('2021-04-25'), 'Finalized', 'Departmental Use of Force Violation/ Pursuant to 15.2-1707 (b)(iii)'] },
  { defect: 'ineligible, not decertified', row: ['Dellamoor', 'Logan', 'E.', 'Ashmarrow Regional Jail', 'Jail Officer/Inmate Security/ Recruit', day('2024-10-23'), 'FINALIZED', 'Ineligible Cause: 15.2-1707(B)(vi)- invented'] },
  { defect: 'separated while under investigation', row: ['Emberlow', 'Michaela', null, QUILLMERE, LEO, day('2024-09-27'), 'FINALIZED', cause('15.2-1707(B)(v)', 'Resigned while under investigation, invented')] },
  { defect: 'line breaks and rich text in the reason', row: ['Fennimarsh', 'Antonia', 'T.', QUILLMERE, LEO, day('2023-10-11'), 'Finalized', { rich: ['Decertification Cause: ', '15.2-1707(A)(i)- invented,\n\n', 'in two parts'] }] },
  { defect: 'mojibake', row: ['Garthwayne', 'Peregrine', 'D.', 'Hoxenfell County Sheriffâ€™s Office', LEO, day('2023-10-12'), 'Finalized', cause('15.2-1707(B)(vi)')] },
]

/** Tab 2. Most rows have no status; training lapses stand among them. */
// prettier-ignore
export const PENDING_DEFECTS: readonly Defect[] = [
  { defect: 'status with a blank behind it', row: ['Hathersall', 'Jerron', null, QUILLMERE, LEO, day('2025-02-07'), 'Appeal Pending ', cause('15.2-1707.B(iv,v, & vi),')] },
  { defect: 'appeal requested', row: ['Ingermoor', 'Mirjana', null, "Hoxenfell County Sheriff's Office", LEO, day('2024-07-26'), 'Appeal Request', cause('15.2-1707(B)(iii&vi)')] },
  { defect: 'training lapse', row: ['Jasperlow', 'Junia', 'A.', QUILLMERE, `${LEO}/ Recruit-FTO`, day('2025-03-10'), null, 'Ineligible Cause: 15.2-1707 (A)(v)- Failed to comply with mandated training requirements'] },
  { defect: 'subsections joined by "and"', row: ['Kennelworth', 'Tiffin', 'N.', QUILLMERE, LEO, day('2024-09-13'), null, cause('15.2-1707(A)(i & ii) and (B)(i, iii, & vi)')] },
]

/** Tab 3. Reasons without citations, a shifted status, refusals to reinstate. */
// prettier-ignore
export const PRIOR_DEFECTS: readonly Defect[] = [
  { defect: 'date in the status column', row: ['Larkenfell', 'Antony', '', `${QUILLMERE} `, LEO, day('2012-03-07'), day('2017-06-15'), 'Tested positive on drug screening §15.2-1707/ Reinstated after 5 Year Request'] },
  { defect: 'year of five digits', row: ['Marchwood', 'Randolf', 'S.', QUILLMERE, LEO, '11/02/20217', 'Finalized:  5 Yr Appl Denied', 'Embezzlement (invented), 03/16/23- 5 Yr Appl Denied'] },
  { defect: 'application denied', row: ['Nightwell', 'Leland', 'J.', QUILLMERE, LEO, day('2019-01-16'), 'Finalized:  5 Yr Appl Denied', 'False Entries (2 counts), invented'] },
  { defect: 'grave accent for an apostrophe', row: ['Orrindale, Jr.', 'Otto', 'B.', 'Hoxenfell County Sheriff`s Office', LEO, day('2013-05-10'), 'Finalized', 'Petit larceny conviction, a court that does not exist'] },
  { defect: 'training lapse in quotation marks', row: ['Pennacrest', 'Christo', 'K.', "Hoxenfell County Sheriff's Office", LEO, day('2020-09-29'), 'Finalized', '"Failed to comply or Maintain compliance with Mandated Training Requirements."'] },
  { defect: 'section sign without a clause', row: ['Quennell, III', 'Georgia', 'S.', "Merrowdale City Sheriff's Office", LEO, day('2005-12-08'), 'Finalized', 'Refusal to submit to drug screening §15.2-1707'] },
]

/** Tab 4: the date stands in the status text, in as many forms as there were clerks. */
// prettier-ignore
export const REINSTATED_ROWS: readonly SheetRow[] = [
  2021,
  ['Rosewarne II', 'Rodric', null, "Hoxenfell County Sheriff's Office", LEO, 'N.A', ' Reinstated 07-23-2021 '],
  ['Sallowby IV', 'Paulina', 'L.', "Trennick County Sheriff's Office", LEO, 'N/A', '  Reinstated 09/21/2021'],
  2022,
  ['Thornaby', 'Austen', 'M.', QUILLMERE, LEO, 'N/A', 'REINSTATED 11/17/2022'],
  ['Ulverdale', 'Vonn', 'I.A.', QUILLMERE, 'Law Enforemcent Officer', 'N/A', 'RE-INSTATED, 05/18/2023'],
  2024,
  ['Vintermark', 'Jacoba', 'T.', "Hoxenfell Country Sherriff's Office", 'Law-Enforcement & Jail Officer/ FTO', 'N/A', '       REINSTATED, 11/21/2024'],
  ['Westerlow', 'Christa', null, 'Ashmarrow Regional Jail', 'Jail Officer/ Inmate Security', 'N/A', 'REINSTATED, 02/14/2025'],
]
