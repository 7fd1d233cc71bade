import type { Nexus } from '../../../../policy/types.js'
import type { IsoDate } from '../../plan.js'

export const CODE_SYSTEM = 'VA Code 15.2-1707'
/** The title row of the list: "Revised and Expanded, Effective March 1, 2021". */
export const REVISED_ON: IsoDate = '2021-03-01'

export interface Ground {
  /** `VA-15.2-1707-B-iii`; several joined by `+`; `VA-15.2-1707` where no subsection is cited, `UNSTATED` without any citation. */
  readonly code: string
  readonly version: string
  readonly doubt: 'GROUND_NOT_CITED' | 'GROUND_CITATION_DAMAGED' | null
  readonly nexus: Nexus
  readonly trainingLapse: boolean
  /** Ground (B)(v): separated while under investigation. */
  readonly separatedUnderInvestigation: boolean
  readonly ineligible: boolean
}

const CITATION = /15\.2-17(07|-7)/
const SUBSECTION = /^([abc])(?![a-z])/i
const CLAUSE = /^(viii|vii|vi|iv|iii|ii|i|v)(?![a-z])/i
const SEPARATOR = /^([\s().,&]|and\b)/i

/** Reads `(B)(iii & vi)`, `.B(i, iv)`, `)B)(iii)`, `(A)(vi),(B)(iii)`: all forms that occur, damaged ones included. */
function subsections(rest: string): string[] {
  const codes: string[] = []
  let subsection: string | null = null
  let bare = false
  const close = () => {
    if (subsection !== null && bare) codes.push(`VA-15.2-1707-${subsection}`)
  }
  for (let text = rest; text !== '';) {
    const letter = SUBSECTION.exec(text)
    const clause = CLAUSE.exec(text)
    const gap = SEPARATOR.exec(text)
    if (letter?.[1]) {
      close()
      subsection = letter[1].toUpperCase()
      bare = true
    } else if (clause?.[1] && subsection !== null) {
      codes.push(`VA-15.2-1707-${subsection}-${clause[1].toLowerCase()}`)
      bare = false
    } else if (!gap) break
    text = text.slice((letter ?? (subsection !== null ? clause : null) ?? gap)?.[0].length ?? 1)
  }
  close()
  return [...new Set(codes)]
}

/** A ground is a code; the sentence beside it stays raw, class P5, and is read here for three facts only. */
export function readGround(reason: string, decidedOn: IsoDate | null): Ground {
  const citation = CITATION.exec(reason)
  const codes = citation ? subsections(reason.slice(citation.index + citation[0].length)) : []
  const damaged = citation !== null && /^(-7|07\))/.test(reason.slice(citation.index + '15.2-17'.length))
  return {
    code: codes.join('+') || (citation ? 'VA-15.2-1707' : 'UNSTATED'),
    version: decidedOn === null ? 'UNKNOWN' : decidedOn >= REVISED_ON ? REVISED_ON : 'before-2021-03-01',
    doubt: codes.length === 0 ? 'GROUND_NOT_CITED' : damaged ? 'GROUND_CITATION_DAMAGED' : null,
    nexus: /\b(use of force|excessive force)\b/i.test(reason) ? 'FORCE' : 'UNKNOWN',
    trainingLapse: /\btraining requirements?\b/i.test(reason),
    separatedUnderInvestigation: codes.includes('VA-15.2-1707-B-v'),
    ineligible: /^ineligible\b/i.test(reason),
  }
}
