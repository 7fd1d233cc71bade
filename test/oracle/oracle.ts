import { type Allowed, ANYTHING, CLOSED, list, records, values } from './allowed.js'
import { CLASS_OF, type PersonClass, type PersonType } from './classes.js'
import { anyAgency, DIRECTORY, directoryRow } from './directory.js'
import { certificatesBy, incidentsBy, officersBy } from './filters.js'
import { mayKnow, mayRead } from './rights.js'
import type { Row, Snapshot, Table } from './snapshot.js'
import { dates, nameOf, type Sees, TRUTH } from './truth.js'
import type { Viewer } from './viewer.js'

export type Args = Readonly<Record<string, unknown>>

const PERSON_TYPES = Object.keys(CLASS_OF) as PersonType[]
const EXPLANATION = 'Explanation'
export const isPersonType = (type: string): type is PersonType => (PERSON_TYPES as string[]).includes(type)

/** What one viewer may be shown of one database. */
export class Oracle {
  readonly #known = new Map<PersonType, ReadonlySet<string>>()
  readonly #read = new Map<string, boolean>()
  readonly #records = new Map<string, boolean>()
  readonly #sees: Sees

  /** `closed`: classes that the oracle takes for closed to everyone, to show that a leak is found. */
  constructor(
    readonly snapshot: Snapshot,
    readonly viewer: Viewer,
    private readonly closed: ReadonlySet<PersonClass> = new Set(),
  ) {
    this.#sees = {
      officerOf: (recordId) => {
        const row = snapshot.records.get(recordId)
        return row && this.knowsRecord(row) ? [String(row['officer_id'])] : []
      },
      incidents: (ids) => this.only('Incident', ids),
      spells: (ids) => this.only('Employment', ids),
      historyAt: (certificate, stage) =>
        this.reads('Certification', { ...certificate, stage, ...(stage === 'NONE' && { kind: 'NONE' }) }, 'P4'),
    }
  }

  /** Ids of the records of a type that the viewer may know of. */
  known(type: PersonType): ReadonlySet<string> {
    const held = this.#known.get(type)
    if (held) return held
    const { snapshot, viewer } = this
    const rows = [...this.table(type).values()].filter((row) => mayKnow(snapshot, viewer, type, row))
    const ids = new Set(rows.map((row) => String(type === 'Officer' ? row['officer_id'] : row.id)))
    this.#known.set(type, ids)
    return ids
  }

  /** What may stand in a field of a record; undefined for a type or field of which the oracle knows nothing. */
  field(type: string, id: string, field: string, args: Args = {}): Allowed | undefined {
    if (type === 'Query') return this.root(field, args)
    if (type === 'Disclosure') return ANYTHING
    if (type === 'Viewer') return this.own(field)
    if (type.endsWith(EXPLANATION)) return this.explained(type.slice(0, -EXPLANATION.length), id, field)
    if (isPersonType(type)) return type === 'Officer' ? this.officer(id, field) : this.record(type, id, field)
    const row = directoryRow(this.snapshot, type, id)
    if (row && type === 'Agency' && field === 'officers') return list('Officer', this.officersAt(id))
    if (row && type === 'Agency' && field === 'incidents')
      return list('Incident', this.only('Incident', ids(this.snapshot.incidentsByAgency.get(id))))
    return row && DIRECTORY[type]?.[field]?.(this.snapshot, row)
  }

  /** The class of the field's record, where it is a person's. */
  classOf(type: string, field: string): PersonClass | 'KNOWN' | undefined {
    return isPersonType(type) ? CLASS_OF[type][field] : undefined
  }

  reads(type: PersonType, row: Row, ofClass: PersonClass): boolean {
    if (this.closed.has(ofClass)) return false
    const key = `${type} ${row.id} ${String(row['stage'])} ${ofClass}`
    const held = this.#read.get(key)
    if (held !== undefined) return held
    const may = mayRead(this.snapshot, this.viewer, type, row, ofClass)
    this.#read.set(key, may)
    return may
  }

  /** Whether an identity record is in the viewer's scope. */
  knowsRecord(row: Row): boolean {
    const held = this.#records.get(row.id)
    if (held !== undefined) return held
    const may = mayKnow(this.snapshot, this.viewer, 'Officer', row)
    this.#records.set(row.id, may)
    return may
  }

  private table(type: PersonType): Table {
    const { records, spells, incidents, certificates, checks } = this.snapshot
    return {
      Officer: records,
      Employment: spells,
      Incident: incidents,
      Certification: certificates,
      BackgroundCheck: checks,
    }[type]
  }

  private only(type: PersonType, of: readonly unknown[]): string[] {
    const known = this.known(type)
    return of.map(String).filter((id) => known.has(id))
  }

  private record(type: Exclude<PersonType, 'Officer'>, id: string, field: string): Allowed | undefined {
    const ofClass = CLASS_OF[type][field]
    const truth = TRUTH[type][field]
    if (ofClass === undefined || truth === undefined) return undefined
    const row = this.table(type).get(id)
    if (!row || !this.known(type).has(id)) return CLOSED
    return ofClass === 'KNOWN' || this.reads(type, row, ofClass) ? truth(row, this.snapshot, this.#sees) : CLOSED
  }

  /** An officer is what the identity records say that the viewer may know of, each class as far as they open it. */
  private officer(id: string, field: string): Allowed | undefined {
    const ofClass = CLASS_OF.Officer[field]
    if (ofClass === undefined) return undefined
    const { snapshot } = this
    const scope = (snapshot.recordsByOfficer.get(id) ?? []).filter((row) => this.knowsRecord(row))
    const open = ofClass === 'KNOWN' ? scope : scope.filter((row) => this.reads('Officer', row, ofClass))
    if (open.length === 0) return CLOSED
    const of = (index: ReadonlyMap<string, readonly Row[]>) => open.flatMap((row) => index.get(row.id) ?? [])
    switch (field) {
      case 'id':
        return values(id)
      case 'name':
        return values(...open.map(nameOf))
      case 'aliases':
        return values(
          ...of(snapshot.aliases).map((row) => ({ name: nameOf(row), kind: row['kind'] })),
          // Another owner's spelling is an alias of the one that is shown.
          ...(open.length > 1 ? open.map((row) => ({ name: nameOf(row), kind: 'ALSO_KNOWN_AS' })) : []),
        )
      case 'certificateNumbers':
        return values(
          ...of(snapshot.numbers).map((row) => ({
            authority: records('Agency', [row['authority']]),
            number: row['number'],
          })),
        )
      case 'sources':
        return values(...open.map((row) => row['owner_jurisdiction']))
      case 'dateOfBirth':
        return values(...open.flatMap((row) => dates(row['birth_date'], row['birth_precision'])))
      case 'currentAgency': {
        const spells = scope.flatMap((row) => snapshot.spellsByRecord.get(row.id) ?? [])
        const open = spells.filter((spell) => spell['ended'] === false && this.reads('Employment', spell, 'P3a'))
        return records(
          'Agency',
          open.map((spell) => spell['agency_id']),
        )
      }
      case 'employments':
        return list('Employment', this.only('Employment', ids(of(snapshot.spellsByRecord))))
      case 'incidents':
        return list('Incident', this.only('Incident', ids(of(snapshot.incidentsByRecord))))
      case 'certifications':
        return list('Certification', this.only('Certification', ids(of(snapshot.certificatesByRecord))))
      default:
        return undefined
    }
  }

  private officersAt(agency: string): string[] {
    const spells = this.only('Employment', ids(this.snapshot.spellsByAgency.get(agency)))
    return spells.flatMap((id) => this.#sees.officerOf(String(this.snapshot.spells.get(id)?.['record_id'])))
  }

  private root(field: string, args: Args): Allowed | undefined {
    const filter = (args['filter'] ?? {}) as Args
    switch (field) {
      case 'viewer':
        return records('Viewer', [this.viewer.subject])
      case 'agencies':
        return anyAgency(this.snapshot)
      case 'agency':
        return records('Agency', this.snapshot.agencies.has(String(args['id'])) ? [args['id']] : [])
      case 'jurisdictions':
        return records('Jurisdiction', this.snapshot.jurisdictions.keys())
      case 'officer':
        return records('Officer', this.only('Officer', [args['id']]))
      case 'incident':
        return records('Incident', this.only('Incident', [args['id']]))
      case 'certification':
        return records('Certification', this.only('Certification', [args['id']]))
      case 'backgroundCheck':
        return records('BackgroundCheck', this.only('BackgroundCheck', [args['id']]))
      case 'officers':
        return list('Officer', officersBy(this, filter))
      case 'incidents':
        return list('Incident', incidentsBy(this, filter))
      case 'certifications':
        return list('Certification', certificatesBy(this, filter))
      case 'why':
        return records(`${String(args['type'])}${EXPLANATION}`, [`${String(args['id'])} ${String(args['field'])}`])
      case 'disclosures':
        return this.viewer.role === 'DATA_SUBJECT' ? ANYTHING : CLOSED
      default:
        return undefined
    }
  }

  /** An explanation names no value; of what the viewer may not know of, and of no such field, it is one and the same. */
  private explained(type: string, key: string, field: string): Allowed | undefined {
    const [id = '', asked = ''] = key.split(' ')
    if (field === 'id') return values(id)
    if (field === 'field') return values(asked)
    const ofClass = this.classOf(type, asked)
    if (!isPersonType(type) || ofClass === undefined || !this.known(type).has(id)) {
      const absent: Readonly<Record<string, Allowed>> = {
        effect: values('DENY'),
        sentence: { of: 'WORDS', about: 'Explanation.sentence', key: 'absent' },
        policies: CLOSED,
        looksAt: CLOSED,
      }
      return absent[field]
    }
    if (field !== 'effect' || ofClass === 'KNOWN') return ANYTHING
    const rows = type === 'Officer' ? (this.snapshot.recordsByOfficer.get(id) ?? []) : [this.table(type).get(id)]
    const open = rows.some((row) => row !== undefined && this.reads(type, row, ofClass))
    return open ? values('ALLOW', 'DENY') : values('DENY')
  }

  /** Who the hub takes the asker to be: their own, and no more. */
  private own(field: string): Allowed | undefined {
    const { subject, displayName, jurisdiction, jurisdictionClass, role, purpose, caseReference, assurance, agency } =
      this.viewer
    const own: Readonly<Record<string, Allowed>> = {
      subject: values(subject),
      displayName: values(displayName),
      jurisdictionCode: values(jurisdiction),
      jurisdictionClass: values(jurisdictionClass),
      roles: values(role),
      purpose: values(purpose),
      caseReference: values(caseReference),
      assurance: values(assurance),
      policyVersion: { of: 'WORDS', about: 'Viewer.policyVersion', key: 'version' },
      agency: records('Agency', [agency]),
    }
    return own[field]
  }
}

function ids(rows: readonly Row[] | undefined): string[] {
  return (rows ?? []).map(({ id }) => id)
}
