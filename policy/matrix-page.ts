import { CLASS_TEXTS } from './classes.js'
import { fieldsIn, matrixRows, policyReads, ROLE_TITLES, SECTIONS, sortedById, STANDING } from './matrix-rows.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import { DATA_CLASSES, PURPOSES, ROLES } from './types.js'
import type { DataClass, PolicyHead, Purpose, Role } from './types.js'

/** Ids of the policies of one cell of the page. */
export interface MatrixCell {
  readonly permits: readonly string[]
  /** Can take away from this cell alone, or keep it withheld; what takes away from the whole row stands with the row. */
  readonly narrows: readonly string[]
}

export interface MatrixRow {
  readonly role: Role
  readonly roleTitle: string
  readonly purposes: readonly Purpose[]
  readonly purposeTitle: string
  readonly cells: readonly MatrixCell[]
  readonly narrows: readonly string[]
}

export interface MatrixSection {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly MatrixRow[]
}

export interface MatrixPolicy extends PolicyHead {
  /** Attributes that it reads: `record sealed`. */
  readonly looksAt: readonly string[]
  /** Path in the repository and line. */
  readonly writtenIn: string
  /** Cedar. */
  readonly text: string
  /** Whose bundle it is in; null is the baseline. */
  readonly bundle: string | null
  /** `2026-03-01`; null without a first or last day. `until`: the first day on which it no longer holds. */
  readonly from: string | null
  readonly until: string | null
}

/** Who sees what, as a page shows it: the same content as `renderMatrix` prints. */
export interface MatrixPage {
  readonly standing: string
  readonly hash: string
  readonly sections: readonly MatrixSection[]
  readonly classes: readonly {
    readonly dataClass: DataClass
    readonly title: string
    readonly fields: readonly string[]
  }[]
  /** In force. */
  readonly policies: readonly MatrixPolicy[]
  /** Of bundles that nobody has signed for and whose source nobody has checked. */
  readonly inactive: readonly MatrixPolicy[]
  readonly roles: readonly { readonly role: Role; readonly title: string }[]
  readonly purposes: readonly Purpose[]
}

export function matrixPage(set: PolicySet): MatrixPage {
  return {
    standing: STANDING,
    hash: set.hash,
    sections: SECTIONS.map(({ title, columns }) => ({
      title,
      columns: columns.map(([name]) => name),
      rows: matrixRows(
        set,
        columns.map(([, action]) => action),
      ).map(({ role, purposes, purposeTitle, cells, narrows }) => ({
        role,
        roleTitle: ROLE_TITLES[role],
        purposes,
        purposeTitle,
        cells: cells.map((cell) => ({ permits: ids(cell.permits), narrows: ids(cell.narrows) })),
        narrows: ids(narrows),
      })),
    })),
    classes: DATA_CLASSES.map((dataClass) => ({
      dataClass,
      title: CLASS_TEXTS[dataClass].title,
      fields: fieldsIn(dataClass),
    })),
    policies: sortedById(set.rules).map(policyOf),
    inactive: sortedById(set.inactive).map(policyOf),
    roles: ROLES.map((role) => ({ role, title: ROLE_TITLES[role] })),
    purposes: PURPOSES,
  }
}

function ids(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ head }) => head.id)
}

function policyOf(rule: Rule): MatrixPolicy {
  const { head, file, line, text, bundle, effectiveFrom, effectiveUntil } = rule
  return {
    ...head,
    looksAt: policyReads(rule),
    writtenIn: `policy/${file}:${line}`,
    text,
    bundle,
    from: dayText(effectiveFrom),
    until: dayText(effectiveUntil),
  }
}

const DAY = 86_400_000

export function dayText(day: number | null): string | null {
  return day === null ? null : new Date(day * DAY).toISOString().slice(0, 10)
}
