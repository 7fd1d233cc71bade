import { CAST } from '../../prisma/seed/index.js'

/** What one kind of client asks for again and again. */
export interface Asked {
  readonly who: string
  readonly query: string
}

const PERSON = `{
  officer(id: "${CAST.decertified.officerId}") {
    id name { given family } currentAgency { name }
    certifications { nodes { id number status } }
    incidents { nodes { id kind stage } }
  }
}`

/** Read alone, so that the answer under load is the answer without. Of the cheap and of the dear, over all subgraphs. */
export const CLIENTS: readonly Asked[] = [
  { who: 'auditor', query: PERSON },
  { who: 'auditor', query: '{ officers(first: 20) { nodes { id name { family } incidents { nodes { id kind } } } } }' },
  { who: 'commission', query: PERSON },
  { who: 'commission', query: '{ certifications(first: 10) { nodes { id status } } }' },
  { who: 'records-officer', query: '{ agencies(first: 10) { nodes { name officers(first: 3) { nodes { id } } } } }' },
]

/** Whoever comes without a token, more often than the rate lets them. */
export const PUBLIC: Asked = {
  who: 'public',
  query: '{ agencies(first: 20) { nodes { name kind jurisdictionCode swornCount } } }',
}
