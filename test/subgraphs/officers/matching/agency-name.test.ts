import { describe, expect, it } from 'vitest'
import { compareAgencies, normalizeAgency } from '../../../../subgraphs/officers/matching/index.js'

/** Invented agencies with the defects of published lists. */
const LIKENESS = [
  ['Port Ellery Police Department', 'PORT ELLERY PD', 'SAME'],
  ['Port Ellery Police Department', 'Port Ellery P.D.', 'SAME'],
  ['Port Ellery Police Department', 'Port Ellery Police Dept.', 'SAME'],
  ['Port Ellery Police Department', 'City of Port Ellery Police Department', 'SAME'],
  ['Port Ellery Police Department', 'Port Ellery Bureau of Police', 'SAME'],
  ['Port Ellery Police Department', 'Port Ellery Dapertment of Police', 'SAME'],
  ['Harmon County Sheriff\ufffds Office', 'Harmon County Sheriff`s Office', 'SAME'],
  ["Harmon County Cheriff's Office", 'Harmon Co. SO', 'SAME'],
  ["Harmon County Sheirff's Officer", "Harmon County Sheriff's Department", 'SAME'],
  ['Dale & Moor County Regional Jail', 'Dale- Moor County Regional Jail Authority', 'SAME'],
  ['Brackett University Police Department', 'Brackett University Campus Pd', 'SAME'],
  ['University of Brackett Police', 'Brackett Univ. PD', 'SAME'],
  ['Carrollmere Police Department', 'Carolmere Police Department', 'SAME'],
  ['Ellery State Department of Corrections', 'Ellery State Dept. of Correction', 'SAME'],
  ['Ellery State Department of Corrections', 'Ellery State D.O.C.', 'SAME'],
  ['Ellery Department of Corrections', 'Ellery Department of Corrections and Rehabilitation', 'SAME'],
  ["Harmon County Sheriff's Office", "Harmon County Sheriff-Coroner's Office", 'SAME'],
  ['Port Ellery Police Department', 'Port Ellery Metropolitan Police Department', 'SAME'],
  ['Port Ellery Metro PD', 'Port Ellery Metropolitan Police Department', 'SAME'],
  ["Harmon Sheriff's Office", "Harmon County Sheriff's Office", 'SIMILAR'],
  ['Harmin Roads Regional Jail', 'Harmon Roads Regional Jail', 'SIMILAR'],
  ['Port Ellery Police Department', "Port Ellery Sheriff's Office", 'DIFFERENT'],
  ['Harmon City Police Department', 'Harmon County Police Department', 'DIFFERENT'],
  ['North Ellery Police Department', 'South Ellery Police Department', 'DIFFERENT'],
  ['King Harmon County SO', 'Prince Harmon County SO', 'DIFFERENT'],
  ["Harmon County Sheriff's Office", "Harmon County Sheriff's Office Training Academy", 'DIFFERENT'],
  ['Bath Police Department', 'Bach Police Department', 'DIFFERENT'],
  ['Department of State Police', 'Police Department', 'DIFFERENT'],
  ['Ellery Department of Corrections', 'Harmon Department of Corrections', 'DIFFERENT'],
  ['Department of Corrections', 'Department of Corrections and Rehabilitation', 'DIFFERENT'],
  ['Metropolitan Police Department', 'Port Ellery Police Department', 'DIFFERENT'],
  ['Port Ellery Department of Public Safety', 'Port Ellery Police Department', 'DIFFERENT'],
  ['', '', 'DIFFERENT'],
] as const

describe('agency names', () => {
  it.each(LIKENESS)('%s | %s: %s', (a, b, likeness) => {
    const [left, right] = [normalizeAgency(a), normalizeAgency(b)]
    expect(compareAgencies(left, right)).toBe(likeness)
    expect(compareAgencies(right, left)).toBe(likeness)
  })

  it('a county named after a city keeps its name', () => {
    expect(normalizeAgency('Foster City County SO')).toEqual({
      kind: 'SHERIFF',
      tokens: ['city', 'foster'],
      level: 'COUNTY',
    })
  })
})
