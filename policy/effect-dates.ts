import type { Annotations } from '@cedar-policy/cedar-wasm/nodejs'
import type { EpochDay } from './types.js'

/** When a rule holds. Both null: always. */
export interface EffectDates {
  readonly effectiveFrom: EpochDay | null
  /** First day on which it no longer holds; null: until it is replaced. */
  readonly effectiveUntil: EpochDay | null
}

const DAY = 86_400_000

/** Dates of a bundle's rule from its annotations, or what is wrong with them. The baseline has none: it always holds. */
export function readEffectDates(annotations: Annotations = {}, bundle: string | null): EffectDates | string {
  const { effectiveFrom, effectiveUntil } = annotations
  if (bundle === null) {
    return effectiveFrom === undefined && effectiveUntil === undefined
      ? { effectiveFrom: null, effectiveUntil: null }
      : 'only the rules of a bundle have @effectiveFrom and @effectiveUntil'
  }
  if (!effectiveFrom) return 'annotation @effectiveFrom is missing or empty'
  const from = dayOf(effectiveFrom)
  if (from === null) return `@effectiveFrom("${effectiveFrom}") is no date of the form 2026-03-01`
  if (effectiveUntil === undefined) return { effectiveFrom: from, effectiveUntil: null }
  const until = dayOf(effectiveUntil ?? '')
  if (until === null) return `@effectiveUntil("${effectiveUntil ?? ''}") is no date of the form 2026-03-01`
  return from < until
    ? { effectiveFrom: from, effectiveUntil: until }
    : '@effectiveUntil is not after @effectiveFrom: the rule would never hold'
}

export function inEffect({ effectiveFrom, effectiveUntil }: EffectDates, today: EpochDay): boolean {
  return (effectiveFrom === null || effectiveFrom <= today) && (effectiveUntil === null || today < effectiveUntil)
}

/** Whole days since 1970-01-01; null for a day that no calendar has. */
function dayOf(text: string): EpochDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : date.getTime() / DAY
}
