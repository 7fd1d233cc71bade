import type { CertificatePlan, RecordPlan } from './plans.js'

/** One authority gives a number once; two authorities may give the same. The first holder keeps it. */
export function uniqueNumbers(records: readonly RecordPlan[]): void {
  const taken = new Set<string>()
  for (const { certificates } of records) {
    certificates.forEach((certificate, index) => {
      const free = nextFree(certificate, taken)
      taken.add(`${certificate.authority}/${free}`)
      certificates[index] = { ...certificate, number: free }
    })
  }
}

function nextFree({ authority, number }: CertificatePlan, taken: ReadonlySet<string>): string {
  const [, prefix = '', digits = '0'] = /^(.*?)(\d+)$/.exec(number) ?? []
  let next = Number(digits)
  while (taken.has(`${authority}/${prefix}${next}`)) next++
  return `${prefix}${next}`
}
